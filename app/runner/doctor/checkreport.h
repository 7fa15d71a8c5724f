// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/doctor/doctor.h"
#include "app/runner/runresult.h"
#include "app/runner/runsummary.h"

namespace actionscope::runner {

// What a check found in the form of a run, so that every report can hold it. Each file is one result: it failed where
// there is an error in it; warnings stand among what was looked at.
struct CheckRecord
{
    RunSummary summary;
    QList<RunResult> results; // the requests of the plan, then other files with findings
};

// `head` comes with what only the caller knows: title, environment, version.
[[nodiscard]] CheckRecord recordOf(const RunPlan &plan, const QList<Finding> &findings, const RunSummary &head);

} // namespace actionscope::runner
