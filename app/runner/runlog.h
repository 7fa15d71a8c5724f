// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/runresult.h"

#include <QTemporaryFile>

#include <functional>

namespace actionscope::runner {

// The results of a run, one line of JSON each, in a file that goes with this object: a run of any length holds none of
// them in memory. Reports read it as often as they need.
class RunLog final
{
public:
    RunLog() = default;

    // Fails where the disk is full or the folder for temporary files cannot be written.
    [[nodiscard]] Result<void> append(const RunResult &result);
    [[nodiscard]] qint64 count() const { return m_count; }

    // In the order they were appended. Stops where `take` returns false.
    [[nodiscard]] Result<void> forEach(const std::function<bool(const RunResult &result)> &take);
    // The lines as they are, without their line ends.
    [[nodiscard]] Result<void> forEachLine(const std::function<bool(const QByteArray &line)> &take);

private:
    [[nodiscard]] Result<void> flush();

    QTemporaryFile m_file;
    QByteArray m_waiting; // lines that are not in the file yet
    qint64 m_count = 0;
};

} // namespace actionscope::runner
