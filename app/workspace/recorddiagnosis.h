// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagnosis/surroundings.h"
#include "app/workspace/runrecord.h"

#include <functional>

namespace actionscope::workspace {

// Why a run came to what it came to, out of what is remembered of it, so that no secret gets into its words. Belongs on
// a worker thread. `key` is Unknown where nobody remembers the key.
[[nodiscard]] std::optional<diagnosis::Diagnosis> diagnosisOf(
    const RunRecord &record, diagnosis::KeyKind key, const catalog::Catalog &catalog);

// What is known of the place where a run went; blocks for the disk.
using Knowledge = std::function<catalog::Catalog(const storage::HistoryEntry &run)>;

// The same: `catalog`, or where that is empty what is kept of it on disk, with the
// schemas of the run's action. Blocks for the disk.
[[nodiscard]] catalog::Catalog knownOf(
    const storage::HistoryEntry &run, const catalog::Catalog &catalog, const QString &catalogFolder);

} // namespace actionscope::workspace
