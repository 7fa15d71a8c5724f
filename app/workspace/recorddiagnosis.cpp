// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/recorddiagnosis.h"

#include "app/catalog/catalogstore.h"
#include "app/diagnosis/rulebook.h"

namespace actionscope::workspace {

std::optional<diagnosis::Diagnosis> diagnosisOf(
    const RunRecord &record, diagnosis::KeyKind key, const catalog::Catalog &catalog)
{
    const storage::HistoryEntry &entry = record.entry;
    diagnosis::Surroundings around;
    around.baseUrl = entry.baseUrl;
    around.apiVersion = entry.apiVersion;
    around.key = key;
    around.receivedAt = entry.startedAt.addMSecs(std::max<qint64>(0, entry.exchange.timings.finished / 1000));
    around.catalog = catalog;
    // Where the body held no secret it is the same bytes, which are read already.
    const bool isSame = entry.exchange.answer.body.constData() == record.judgement.document.bytes().constData()
        && entry.exchange.answer.body.size() == record.judgement.document.bytes().size();
    const diagnosis::Judgement judgement = isSame ? record.judgement : diagnosis::judge(entry.exchange);
    return diagnosis::diagnose(entry.exchange, judgement, around);
}

catalog::Catalog knownOf(const storage::HistoryEntry &run, const catalog::Catalog &catalog, const QString &catalogFolder)
{
    if (catalogFolder.isEmpty())
        return catalog;
    const catalog::CatalogStore kept(catalogFolder, run.environment, QUrl(run.baseUrl), run.apiVersion);
    return catalog::knowing(run.draft.request.actionId, catalog, kept);
}

} // namespace actionscope::workspace
