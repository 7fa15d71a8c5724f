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

// The parts of a run that several machines shared, as one: results into `log`, figures into the summary.
[[nodiscard]] Result<RunSummary> joinJson(const QStringList &paths, RunLog &log);

} // namespace actionscope::runner
