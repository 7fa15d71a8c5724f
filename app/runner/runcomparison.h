// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/runlog.h"
#include "app/runner/runsummary.h"

namespace actionscope::runner {

// One request of a run beside itself in an earlier run.
struct ComparedRequest
{
    enum class Change { NewlyFailing, Fixed, OtherFailure, Added, Gone, Slower, Faster };

    Change change = Change::NewlyFailing;
    RunResult before; // empty for Added
    RunResult now; // empty for Gone

    // What is new and fails is as bad as what passed before.
    [[nodiscard]] bool isNewlyFailing() const
    {
        return change == Change::NewlyFailing || (change == Change::Added && now.outcome != Outcome::Passed);
    }
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

// The files of what did not pass or was never begun, to be run again.
[[nodiscard]] Result<QSet<QString>> failedPaths(const RunSummary &summary, RunLog &log);

} // namespace actionscope::runner
