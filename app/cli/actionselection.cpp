// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/actionselection.h"

#include "app/base/tr.h"
#include "app/cli/catalogcommand.h"

#include <algorithm>

namespace actionscope::cli {

namespace {

constexpr std::pair<const char *, api::ActionEffect> effectOptions[] = {
    {"--reads", api::ActionEffect::Reads},
    {"--changes", api::ActionEffect::Changes},
    {"--sends", api::ActionEffect::Sends},
    {"--deletes", api::ActionEffect::Deletes},
};

Result<void> findApp(const catalog::ActionIndex &index, const QString &app)
{
    QStringList names;
    for (const catalog::ActionFacet &facet : index.apps()) {
        if (facet.key.compare(app, Qt::CaseInsensitive) == 0)
            return {};
        names.append(facet.key);
    }
    return failure(ErrorCode::NotFound, Tr::tr("There is no app “%1” that has actions.").arg(app), {}, nearestHint(app, names));
}

bool hasTag(const api::ActionInfo &action, const QString &tag)
{
    return action.tags.contains(tag, Qt::CaseInsensitive);
}

Result<void> findTag(const catalog::ActionIndex &index, const QString &tag)
{
    const QList<api::ActionInfo> &actions = index.actions();
    if (std::any_of(
            actions.cbegin(), actions.cend(), [&](const api::ActionInfo &action) { return hasTag(action, tag); }))
        return {};
    QStringList names;
    for (const catalog::ActionFacet &facet : index.tags())
        names.append(facet.name);
    return failure(ErrorCode::NotFound, Tr::tr("No action has the tag “%1”.").arg(tag), {}, nearestHint(tag, names));
}

} // namespace

const QList<Option> &actionFilterOptions()
{
    static const QList<Option> options {
        {"--app", "NAME", QT_TRANSLATE_NOOP("Actionscope", "only actions of this app")},
        {"--tag", "TAG", QT_TRANSLATE_NOOP("Actionscope", "only actions with this tag")},
        {"--no-auth", nullptr, QT_TRANSLATE_NOOP("Actionscope", "only actions that need no connected account")},
        {"--reads", nullptr, QT_TRANSLATE_NOOP("Actionscope", "actions that only read")},
        {"--changes", nullptr, QT_TRANSLATE_NOOP("Actionscope", "actions that change data; may stand beside the others")},
        {"--sends", nullptr, QT_TRANSLATE_NOOP("Actionscope", "actions that send something")},
        {"--deletes", nullptr, QT_TRANSLATE_NOOP("Actionscope", "actions that delete or overwrite data")},
        {"--deprecated", "WHETHER", QT_TRANSLATE_NOOP("Actionscope", "also (the default), only or never deprecated actions")},
    };
    return options;
}

Result<ActionChoice> readActionChoice(const Arguments &arguments)
{
    ActionChoice choice;
    const auto app = arguments.text("--app");
    const auto tag = arguments.text("--tag");
    if (!app || !tag)
        return Failure(app ? tag.error() : app.error());
    choice.app = *app;
    choice.tag = *tag;
    choice.noAuthOnly = arguments.has("--no-auth");
    for (const auto &[name, effect] : effectOptions) {
        if (arguments.has(name))
            choice.effects.append(effect);
    }
    const auto deprecated = arguments.choice("--deprecated", {"also", "only", "never"});
    if (!deprecated)
        return Failure(deprecated.error());
    choice.deprecated = ActionChoice::Deprecated(*deprecated);
    return choice;
}

Result<QList<catalog::ActionHit>> chosenActions(const catalog::ActionIndex &index, const ActionChoice &choice,
    const QStringList &favourites, const QStringList &recents)
{
    if (const auto app = choice.app.isEmpty() ? Result<void>() : findApp(index, choice.app); !app)
        return Failure(app.error());
    if (const auto tag = choice.tag.isEmpty() ? Result<void>() : findTag(index, choice.tag); !tag)
        return Failure(tag.error());
    catalog::ActionSearch search {choice.text, {}, favourites, recents};
    search.filter.appKey = choice.app;
    search.filter.noAuthOnly = choice.noAuthOnly;
    search.filter.withDeprecated = choice.deprecated != ActionChoice::Deprecated::Never;
    QList<catalog::ActionHit> hits = index.search(search);
    hits.removeIf([&](const catalog::ActionHit &hit) {
        const api::ActionInfo &action = index.actions()[hit.position];
        return (!choice.effects.isEmpty() && !choice.effects.contains(index.effect(hit.position)))
            || (!choice.tag.isEmpty() && !hasTag(action, choice.tag))
            || (choice.deprecated == ActionChoice::Deprecated::Only && !action.isDeprecated);
    });
    if (choice.text.isEmpty()) {
        std::sort(hits.begin(), hits.end(), [&](const catalog::ActionHit &left, const catalog::ActionHit &right) {
            return index.actions()[left.position].id < index.actions()[right.position].id;
        });
    }
    return hits;
}

} // namespace actionscope::cli
