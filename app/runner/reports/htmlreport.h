// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/runlog.h"
#include "app/runner/runsummary.h"

class QIODevice;

namespace actionscope::runner {

// One page that needs nothing else: no network, no script. Shows everything that did not pass and the beginning of the
// rest, the outcomes as a bar and the times as a histogram.
[[nodiscard]] Result<void> writeHtml(QIODevice &file, const RunSummary &summary, RunLog &log);

} // namespace actionscope::runner
