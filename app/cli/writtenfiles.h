// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/runoptions.h"
#include "app/runner/requestsource.h"

namespace actionscope::cli {

// Asked before a run: neither a report nor a snapshot may take the place of a file that the run reads.
[[nodiscard]] Result<void> checkWritten(
    const RunOptions &options, const runner::RunSources &sources, const runner::RunPlan &plan);

} // namespace actionscope::cli
