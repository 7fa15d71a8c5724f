// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/runsummary.h"
#include "app/storage/environment.h"
#include "app/workspace/recorddiagnosis.h"

namespace actionscope::workspace {

// One exchange of a run of saved requests, free of secrets, as it is looked at alone. Belongs on a worker thread.
[[nodiscard]] RunRecord recordOf(
    const api::Exchange &exchange, const runner::RunSummary &summary, const storage::Environment &environment,
    const Knowledge &known);

} // namespace actionscope::workspace
