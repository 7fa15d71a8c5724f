// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/catalog.h"

#include <QSet>

#include <algorithm>

namespace actionscope::catalog {

namespace {

using Positions = QHash<QString, qsizetype>;

// Where texts and lists of texts are alike, one is enough: twenty thousand actions have a few hundred apps, tags and
// versions between them.
class Sharing final
{
public:
    void share(QString &text) { text = *m_texts.insert(text); }
    void share(QStringList &list)
    {
        for (QString &text : list)
            share(text);
        list = *m_lists.insert(list);
    }

private:
    QSet<QString> m_texts;
    QSet<QStringList> m_lists;
};

template <typename T, typename Id> Positions positionsOf(const QList<T> &list, Id idOf)
{
    Positions positions;
    positions.reserve(list.size());
    for (qsizetype i = 0; i < list.size(); ++i)
        positions.insert(idOf(list[i]).toLower(), i);
    return positions;
}

template <typename T> const T *found(const QList<T> &list, const Positions &positions, const QString &id)
{
    const auto at = positions.constFind(id.toLower());
    return at == positions.cend() ? nullptr : &list[*at];
}

} // namespace

struct Catalog::Parts
{
    QList<api::AppInfo> apps;
    QList<api::ActionInfo> actions;
    QList<api::ConnectedAccount> accounts;
    QDateTime syncedAt;
    Positions appPositions; // by lower-case key
    Positions actionPositions;
    Positions accountPositions;
};

Catalog::Catalog(QList<api::AppInfo> apps, QList<api::ActionInfo> actions, QList<api::ConnectedAccount> accounts,
    QDateTime syncedAt)
{
    auto parts = std::make_shared<Parts>();
    parts->apps = std::move(apps);
    parts->actions = std::move(actions);
    parts->accounts = std::move(accounts);
    parts->syncedAt = std::move(syncedAt);
    Sharing sharing;
    for (api::AppInfo &app : parts->apps)
        sharing.share(app.key);
    for (api::ActionInfo &action : parts->actions) {
        sharing.share(action.appKey);
        sharing.share(action.tags);
        sharing.share(action.version);
        sharing.share(action.availableVersions);
    }
    parts->appPositions = positionsOf(parts->apps, [](const api::AppInfo &app) { return app.key; });
    parts->actionPositions = positionsOf(parts->actions, [](const api::ActionInfo &action) { return action.id; });
    parts->accountPositions
        = positionsOf(parts->accounts, [](const api::ConnectedAccount &account) { return account.id; });
    m_parts = std::move(parts);
}

const QList<api::AppInfo> &Catalog::apps() const
{
    static const QList<api::AppInfo> none;
    return m_parts ? m_parts->apps : none;
}

const QList<api::ActionInfo> &Catalog::actions() const
{
    static const QList<api::ActionInfo> none;
    return m_parts ? m_parts->actions : none;
}

const QList<api::ConnectedAccount> &Catalog::accounts() const
{
    static const QList<api::ConnectedAccount> none;
    return m_parts ? m_parts->accounts : none;
}

QDateTime Catalog::syncedAt() const { return m_parts ? m_parts->syncedAt : QDateTime(); }

const api::AppInfo *Catalog::app(const QString &key) const
{
    return m_parts ? found(m_parts->apps, m_parts->appPositions, key) : nullptr;
}

const api::ActionInfo *Catalog::action(const QString &id) const
{
    return m_parts ? found(m_parts->actions, m_parts->actionPositions, id) : nullptr;
}

const api::ConnectedAccount *Catalog::account(const QString &id) const
{
    return m_parts ? found(m_parts->accounts, m_parts->accountPositions, id) : nullptr;
}

QList<api::ConnectedAccount> Catalog::accountsOf(const QString &appKey) const
{
    QList<api::ConnectedAccount> chosen;
    for (const api::ConnectedAccount &account : accounts()) {
        if (account.appKey.compare(appKey, Qt::CaseInsensitive) == 0)
            chosen.append(account);
    }
    std::stable_sort(chosen.begin(), chosen.end(),
        [](const api::ConnectedAccount &left, const api::ConnectedAccount &right) { return left.createdAt > right.createdAt; });
    return chosen;
}

Catalog Catalog::with(const api::ActionInfo &action) const
{
    auto parts = m_parts ? std::make_shared<Parts>(*m_parts) : std::make_shared<Parts>();
    const QString id = action.id.toLower();
    const auto known = parts->actionPositions.constFind(id);
    if (known != parts->actionPositions.cend()) {
        parts->actions[*known] = action;
    } else {
        parts->actionPositions.insert(id, parts->actions.size());
        parts->actions.append(action);
    }
    Catalog changed;
    changed.m_parts = std::move(parts);
    return changed;
}

api::ActionEffect effectIn(const Catalog &catalog, const QString &actionId)
{
    const api::ActionInfo *known = catalog.action(actionId);
    return known ? api::effectOf(*known) : api::effectOf(actionId);
}

} // namespace actionscope::catalog
