// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/runlog.h"

namespace actionscope::runner {

// The grid of a run as several users, accounts or environments: a row for each request, a column for each of them, and a
// mark where one came out otherwise than most. Empty where the run was none.
[[nodiscard]] Result<QString> matrixTable(RunLog &log);

} // namespace actionscope::runner
