// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/preparedrun.h"

#include "app/base/tr.h"
#include "app/workspace/executionguard.h"
#include "app/workspace/variablekeeper.h"

#include <QFileInfo>

#include <algorithm>

namespace actionscope::workspace {

namespace {

// A request as it stands in a form, with the variables of the collection it lies in.
Result<runner::RunSources> sourcesOf(const storage::SavedRequest &draft, const QString &path)
{
    runner::RunSources sources;
    sources.title = draft.name.isEmpty() ? draft.request.actionId : draft.name;
    runner::RequestFile file;
    file.path = sources.title;
    file.folder = QFileInfo(path).absolutePath();
    file.saved = draft;
    file.saved->name = sources.title;
    sources.files.append(file);
    const QString folder = path.isEmpty() ? QString() : storage::collectionFolderOf(path);
    if (folder.isEmpty())
        return sources;
    const auto collection = storage::readCollection(folder);
    if (!collection)
        return Failure(collection.error());
    sources.collections.append(*collection);
    return sources;
}

} // namespace

Result<PreparedRun> prepareRun(const RunWish &wish)
{
    PreparedRun prepared;
    auto sources = wish.draft ? sourcesOf(*wish.draft, wish.paths.value(0)) : runner::findSources(wish.paths);
    if (!sources)
        return Failure(sources.error());
    prepared.sources = std::move(*sources);
    if (!wish.dataFile.isEmpty()) {
        auto rows = runner::DataRows::read(wish.dataFile);
        if (!rows)
            return Failure(rows.error());
        prepared.rows = std::move(*rows);
    }
    runner::PlanOptions options;
    options.tags = wish.tags;
    options.paths = wish.onlyPaths;
    prepared.plan = runner::planFor(prepared.sources.files, options);
    if (!prepared.plan.requests.empty())
        return prepared;
    if (wish.onlyPaths)
        return failure(ErrorCode::NotFound, Tr::tr("There is nothing to run again: all requests passed, or are gone."));
    if (!wish.tags.isEmpty())
        return failure(ErrorCode::NotFound, Tr::tr("No request has the tag %1.").arg(wish.tags.join(QStringLiteral(", "))));
    return failure(ErrorCode::NotFound, Tr::tr("There is no saved request in it."));
}

const storage::CollectionEnvironment *environmentOf(
    const storage::Collection &collection, const storage::Environment &chosen)
{
    if (chosen.collection != collection.folder)
        return nullptr;
    const auto found = std::find_if(collection.environments.cbegin(), collection.environments.cend(),
        [&](const auto &each) { return environmentTitle(collection.name, each.name) == chosen.name; });
    return found == collection.environments.cend() ? nullptr : &*found;
}

QStringList touchedBy(
    const runner::RunPlan &plan, const storage::Environment &environment, const catalog::Catalog &catalog)
{
    QStringList touched;
    for (const runner::PlannedRequest &planned : plan.requests) {
        const api::ExecuteRequest &request = planned.saved.request;
        const api::ActionEffect effect = catalog::effectIn(catalog, request.actionId);
        if (planned.trouble.isEmpty() && needsConsent(environment, effect))
            touched.append(QStringLiteral("%1: %2").arg(planned.path, consequenceOf(request, environment, effect, catalog)));
    }
    return touched;
}

} // namespace actionscope::workspace
