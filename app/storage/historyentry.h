// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/apiversion.h"
#include "app/api/httpmessage.h"
#include "app/api/verdict.h"
#include "app/storage/draft.h"

#include <QDateTime>

namespace actionscope::storage {

// One execution as it is remembered. By the time it is made it holds no secret: see workspace::Execution.
struct HistoryEntry
{
    QString id; // given by History::append; sorts by time
    QDateTime startedAt; // UTC
    QString environment;
    QString baseUrl;
    api::ApiVersion apiVersion = api::ApiVersion::V31;
    Draft draft;
    api::Exchange exchange;
    api::Verdict verdict = api::Verdict::NoUsableAnswer;
    QString sentence;
    // The size of an answer's body that was too large to be kept, else 0. The answer's body is then empty on disk.
    qint64 bodyLeftOut = 0;

    bool operator==(const HistoryEntry &) const = default;
};

// What a list shows of an entry, readable without touching its bodies.
struct HistorySummary
{
    QString id;
    QDateTime startedAt;
    QString environment;
    QString actionId;
    api::Verdict verdict = api::Verdict::NoUsableAnswer;
    int status = 0;
    qint64 durationMicroseconds = -1;
    qint64 bodySize = 0; // as it was received
    bool isBodyKept = true;

    bool operator==(const HistorySummary &) const = default;
};

[[nodiscard]] HistorySummary summaryOf(const HistoryEntry &entry);

} // namespace actionscope::storage
