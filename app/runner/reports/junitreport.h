// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/runlog.h"
#include "app/runner/runsummary.h"

class QIODevice;

namespace actionscope::runner {

// JUnit XML as CI systems read it: one suite, a test case for each request, its folder as the class. What the service
// refused, what came to no usable answer and what could not be sent is an error, anything else a failure.
[[nodiscard]] Result<void> writeJunit(QIODevice &file, const RunSummary &summary, RunLog &log);

} // namespace actionscope::runner
