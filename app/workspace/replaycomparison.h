// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/catalog.h"
#include "app/json/structuraldiff.h"
#include "app/workspace/failuremark.h"

namespace actionscope::workspace {

// How a run that was repeated differs from what was recorded of it.
struct ReplayComparison
{
    FailureMark before;
    FailureMark now;
    qint64 millisecondsBefore = -1; // -1 where it was not recorded
    qint64 millisecondsNow = -1;
    json::Difference difference; // of the two bodies, where both are JSON
    int structure = 0; // how many of the changes are about members, items and types
    int values = 0; // and how many about values alone
    int hidden = 0; // values that were taken out of the recording as secrets, and so say nothing
    bool areBodiesEqual = true; // without what was ignored

    // Time makes no difference.
    [[nodiscard]] bool isSame() const { return before == now && areBodiesEqual; }
};

// Parses both bodies: a matter for a worker thread. `now` is free of secrets, as the recording is; the catalogue is the one
// that `now` was diagnosed with, so that both causes are found with the same knowledge.
[[nodiscard]] ReplayComparison compare(const api::Exchange &recorded, const RunRecord &now, const json::DiffOptions &options,
    const QString &baseUrl = {}, const catalog::Catalog &catalog = {});

// A line for each of verdict, status, cause, structure, values and time that says what was and what is.
[[nodiscard]] QStringList wordsOf(const ReplayComparison &comparison);

} // namespace actionscope::workspace
