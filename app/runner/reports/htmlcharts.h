// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/runsummary.h"

namespace actionscope::runner {

// The pictures of the HTML report, as SVG that takes its colours from the page.
[[nodiscard]] QString outcomeBar(const RunSummary &summary);
[[nodiscard]] QString latencyHistogram(const Latencies &latencies);

} // namespace actionscope::runner
