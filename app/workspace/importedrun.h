// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/catalog.h"
#include "app/exchange/imported.h"
#include "app/workspace/runrecord.h"

namespace actionscope::workspace {

// What a draft that was brought in tells of its answer, judged and explained as if it had just come; nothing where it tells
// of none. Belongs on a worker thread.
[[nodiscard]] std::optional<RunRecord> recordOf(const exchange::ImportedDraft &draft, const catalog::Catalog &catalog);

} // namespace actionscope::workspace
