// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/selection.h"

#include <algorithm>

namespace actionscope::sandbox {

namespace {

bool allows(const QStringList &wanted, const QString &text)
{
    return wanted.isEmpty() || wanted.contains(text, Qt::CaseInsensitive);
}

bool allowsOneOf(const QStringList &wanted, const QStringList &texts)
{
    return wanted.isEmpty()
        || std::any_of(texts.cbegin(), texts.cend(), [&](const QString &text) { return allows(wanted, text); });
}

// The service searches by meaning; this is a rule a person can foresee.
bool holdsWords(const QString &text, const QString &words)
{
    constexpr qsizetype shortest = 3; // “a”, “to”, “in” say nothing
    const QStringList each = words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(each.cbegin(), each.cend(), [&](const QString &word) {
        return word.size() < shortest || text.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace

QList<const Action *> chosenActions(const Registry &registry, const ActionWish &wish)
{
    QList<const Action *> chosen;
    const QList<const Action *> all = registry.actions();
    for (const Action *action : all) {
        const QString text = action->name + QLatin1Char(' ') + action->displayName + QLatin1Char(' ') + action->description;
        const bool isWanted = allows(wish.apps, action->appKey) && allows(wish.names, action->name)
            && allowsOneOf(wish.tags, action->tags) && holdsWords(text, wish.words)
            && (!wish.isImportantOnly || action->tags.contains(QLatin1String("important")));
        if (isWanted)
            chosen.append(action);
    }
    return chosen;
}

QList<const App *> chosenApps(const Registry &registry, const AppWish &wish)
{
    QList<const App *> chosen;
    for (const App &app : registry.apps()) {
        const QString text = app.key + QLatin1Char(' ') + app.name + QLatin1Char(' ') + app.description;
        if (allows(wish.keys, app.key) && allowsOneOf(wish.categories, app.categories) && holdsWords(text, wish.words))
            chosen.append(&app);
    }
    return chosen;
}

QStringList categoriesOf(const Registry &registry)
{
    QStringList categories;
    for (const App &app : registry.apps())
        categories += app.categories;
    categories.removeDuplicates();
    categories.sort();
    return categories;
}

QList<const Account *> chosenAccounts(const AccountBook &book, const AccountWish &wish)
{
    QList<const Account *> chosen;
    for (const Account &account : book.accounts()) {
        const AuthConfig *config = wish.configs.isEmpty() ? nullptr : book.findConfig(account.configUuid);
        const bool isNamed = wish.ids.isEmpty() || allows(wish.ids, account.shortId) || allows(wish.ids, account.uuid);
        const bool isOfConfig = wish.configs.isEmpty()
            || (config && (allows(wish.configs, config->uuid) || allows(wish.configs, config->shortId)));
        const bool isInState = allows(wish.statuses, wish.inNewWords ? account.newStatus() : account.status);
        const bool isWanted = !account.isDeleted && isNamed && isOfConfig && isInState
            && allows(wish.apps, account.appKey) && allowsOneOf(wish.labels, account.labels)
            && (wish.users.isEmpty() || wish.users.contains(account.user))
            && (wish.onlyUser.isEmpty() || wish.onlyUser == account.user)
            && (wish.withDisabled || !account.isDisabled);
        if (isWanted)
            chosen.append(&account);
    }
    return chosen;
}

QList<const AuthConfig *> chosenConfigs(const AccountBook &book, const ConfigWish &wish)
{
    QList<const AuthConfig *> chosen;
    for (const AuthConfig &config : book.configs()) {
        const bool isWanted = !config.isDeleted && allows(wish.apps, config.appKey)
            && allows(wish.schemes, config.authScheme) && holdsWords(config.name, wish.words)
            && (wish.withDisabled || !config.isDisabled)
            && (!wish.isManaged || *wish.isManaged == config.isManaged);
        if (isWanted)
            chosen.append(&config);
    }
    return chosen;
}

} // namespace actionscope::sandbox
