// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/recordedrun.h"
#include "app/base/error.h"

namespace actionscope::workspace {

// Runs that were read back, oldest first, to be replayed.
struct RecordedRuns
{
    QList<api::RecordedRun> runs;
    qsizetype leftOut = 0; // runs that cannot be replayed: cut short when they were recorded, or never answered by anyone
    QStringList troubles; // files or lines that could not be read, as sentences
};

// From a file of the sandbox's request log (*.jsonl), or any other that readExchange() knows with its request; from a
// history, a config folder that holds one, or a folder of such files, at any depth. Blocks until the disk has answered. An
// error where there is no run at all.
[[nodiscard]] Result<RecordedRuns> readRecordedRuns(const QString &path);

// "Recorded runs: 12, actions: 3." and what was left out, as one line.
[[nodiscard]] QString summaryOf(const RecordedRuns &recorded);

} // namespace actionscope::workspace
