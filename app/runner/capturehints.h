// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/requestsource.h"
#include "app/runner/variables.h"

namespace actionscope::runner {

// Of names that nothing sets, says where a request captures them that is not part of the plan. Reads the other requests
// of a collection, and only where such a name is used. `variables` by collection; `known` is set elsewhere, as by rows.
void addCaptureHints(const RunSources &sources, const RunPlan &plan, const QStringList &known, QList<Variables> &variables);

} // namespace actionscope::runner
