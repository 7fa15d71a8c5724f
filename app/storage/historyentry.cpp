// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/historyentry.h"

namespace actionscope::storage {

HistorySummary summaryOf(const HistoryEntry &entry)
{
    const qint64 bodySize = entry.bodyLeftOut > 0 ? entry.bodyLeftOut : entry.exchange.answer.body.size();
    return {entry.id, entry.startedAt, entry.environment, entry.draft.request.actionId, entry.verdict,
        entry.exchange.answer.status, entry.exchange.timings.finished, bodySize, entry.bodyLeftOut == 0};
}

} // namespace actionscope::storage
