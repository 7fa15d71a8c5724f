// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/runlog.h"
#include "app/runner/runsummary.h"

class QIODevice;

namespace actionscope::runner {

// Everything, for programs: {"actionscopeRun": 1, "summary": {…}, "results": [one on a line]}. Its own words are in the man
// page. Several of them can be joined again.
[[nodiscard]] Result<void> writeJson(QIODevice &file, const RunSummary &summary, RunLog &log);

struct JoinedRun
{
    RunSummary summary;
    QStringList missing; // shards that nobody handed over: "2/3"
};

// The parts of a run that several machines shared, as one: results into `log`, figures into the summary. A part of another
// run and a shard that is there twice are refused; one that is missing makes the run one that was stopped.
[[nodiscard]] Result<JoinedRun> joinJson(const QStringList &paths, RunLog &log);

} // namespace actionscope::runner
