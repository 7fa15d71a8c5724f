// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/runlog.h"

namespace actionscope::runner {

// One request of a run beside itself in an earlier run.
struct ComparedRequest
{
    enum class Change { NewlyFailing, Fixed, OtherFailure, Added, Gone, Slower, Faster };

    Change change = Change::NewlyFailing;
    RunResult before; // empty for Added
    RunResult now; // empty for Gone

    bool operator==(const ComparedRequest &) const = default;
};

struct RunComparison
{
    QList<ComparedRequest> changes; // the worst first
    qint64 same = 0;
    qint64 newlyFailing = 0;

    bool operator==(const RunComparison &) const = default;
};

// Requests are the same by file, data row and time. Slower and faster is what takes at least twice, or half, as long and
// differs by 50 ms.
[[nodiscard]] Result<RunComparison> compare(RunLog &before, RunLog &now);

// "Create an issue: newly fails. Expected: …"
[[nodiscard]] QString sentenceOf(const ComparedRequest &compared);

// The files of what did not pass, to be run again.
[[nodiscard]] Result<QSet<QString>> failedPaths(RunLog &log);

} // namespace actionscope::runner
