// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagnosis/surroundings.h"
#include "app/workspace/runrecord.h"

namespace actionscope::workspace {

// Why a run came to what it came to, out of what is remembered of it, so that no secret gets into its words. Belongs on
// a worker thread. `key` is Unknown where nobody remembers the key.
[[nodiscard]] std::optional<diagnosis::Diagnosis> diagnosisOf(
    const RunRecord &record, diagnosis::KeyKind key, const catalog::Catalog &catalog);

} // namespace actionscope::workspace
