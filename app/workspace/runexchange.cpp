// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/runexchange.h"

#include "app/api/wirereader.h"

namespace actionscope::workspace {

RunRecord recordOf(
    const api::Exchange &exchange, const runner::RunSummary &summary, const storage::Environment &environment,
    const Knowledge &known)
{
    RunRecord record;
    record.judgement = diagnosis::judge(exchange);
    storage::HistoryEntry &entry = record.entry;
    entry.startedAt = summary.startedAt;
    entry.environment = summary.environment;
    entry.baseUrl = summary.baseUrl;
    entry.apiVersion = environment.apiVersion;
    if (const auto read = api::readExecution(exchange.request))
        entry.draft.request = read->request;
    entry.exchange = exchange;
    entry.verdict = record.judgement.verdict;
    entry.sentence = record.judgement.sentence;
    record.diagnosis = diagnosisOf(record, diagnosis::KeyKind::Unknown, known(entry));
    return record;
}

} // namespace actionscope::workspace
