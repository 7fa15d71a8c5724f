// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/foreignsource.h"

#include "app/base/tr.h"
#include "app/exchange/answerfinder.h"
#include "app/exchange/importer.h"
#include "app/exchange/logreader.h"

namespace actionscope::cli {

Result<std::optional<ForeignSource>> foreignSource(const QString &path)
{
    if (path.endsWith(QLatin1String(".action.json")))
        return std::nullopt;
    const auto imported = exchange::importFile(path);
    if (!imported)
        return Failure(imported.error());
    if (imported->form == exchange::ImportForm::SavedRequest)
        return std::nullopt;
    QList<exchange::ImportedDraft> drafts;
    QList<bool> failures;
    for (const exchange::ImportedDraft &draft : imported->drafts) {
        if (draft.request.actionId.isEmpty())
            continue;
        drafts.append(draft);
        const auto &recorded = draft.recorded;
        failures.append(recorded && (recorded->fault || exchange::isFailure(recorded->answer.status, recorded->answer.body)));
    }
    ForeignSource source;
    for (const exchange::ImportTrouble &trouble : imported->troubles)
        source.notes.append(trouble.sentence);
    if (drafts.isEmpty())
        return failure(ErrorCode::InvalidInput, Tr::tr("There is no request of an action in %1.").arg(path), {}, source.notes.value(0));
    const auto chosen = exchange::chosenEntry(failures, {}, source.notes);
    if (!chosen)
        return Failure(chosen.error());
    source.draft = drafts[*chosen];
    for (const exchange::ImportedSecret &secret : imported->secrets)
        source.notes.append(secret.sentence);
    return source;
}

} // namespace actionscope::cli
