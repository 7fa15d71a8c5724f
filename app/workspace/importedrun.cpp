// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/importedrun.h"

#include "app/workspace/recorddiagnosis.h"

namespace actionscope::workspace {

std::optional<RunRecord> recordOf(const exchange::ImportedDraft &draft, const catalog::Catalog &catalog)
{
    if (!draft.recorded)
        return {};
    RunRecord record;
    record.judgement = diagnosis::judge(*draft.recorded);
    storage::HistoryEntry &entry = record.entry;
    entry.startedAt = draft.receivedAt;
    entry.baseUrl = draft.baseUrl;
    if (draft.apiVersion)
        entry.apiVersion = *draft.apiVersion;
    entry.draft.request = draft.request;
    entry.exchange = *draft.recorded;
    entry.verdict = record.judgement.verdict;
    entry.sentence = record.judgement.sentence;
    record.diagnosis = diagnosisOf(record, diagnosis::KeyKind::Unknown, catalog);
    return record;
}

} // namespace actionscope::workspace
