// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/connectionlistmodel.h"

#include "app/base/tr.h"
#include "app/workspace/accountwords.h"

#include <algorithm>

namespace actionscope::models {

namespace {

QList<api::ConnectedAccount> accountsFor(const catalog::Catalog &catalog, const QString &appKey)
{
    return appKey.isEmpty() ? catalog.accounts() : catalog.accountsOf(appKey);
}

} // namespace

void ConnectionListModel::setEntities(const catalog::Catalog &catalog, const QString &appKey)
{
    struct Entity
    {
        const api::ConnectedAccount *best = nullptr;
        int count = 0;
    };
    const QList<api::ConnectedAccount> accounts = accountsFor(catalog, appKey);
    QStringList names; // in the order of their newest account
    QHash<QString, Entity> entities;
    for (const api::ConnectedAccount &account : accounts) {
        if (account.userId.isEmpty())
            continue;
        Entity &entity = entities[account.userId];
        if (entity.count++ == 0)
            names.append(account.userId);
        if (!entity.best || (account.isUsable() && !entity.best->isUsable()))
            entity.best = &account;
    }
    QList<Row> rows;
    for (const QString &name : std::as_const(names)) {
        const Entity &entity = entities[name];
        QStringList words {workspace::stateWords(*entity.best)};
        if (entity.count > 1)
            words.append(Tr::tr("%1 accounts").arg(entity.count));
        if (workspace::isDashboardUser(name))
            words.append(Tr::tr("made in the dashboard"));
        rows.append({name, words.join(QStringLiteral(" · ")), entity.best->status, entity.best->isUsable()});
    }
    std::stable_partition(rows.begin(), rows.end(), [](const Row &row) { return row.isUsable; });
    setRows(rows);
}

void ConnectionListModel::setAccounts(
    const catalog::Catalog &catalog, const QString &appKey, const QString &entity, const QDateTime &now)
{
    QList<Row> rows;
    QList<api::ConnectedAccount> accounts = accountsFor(catalog, appKey);
    std::stable_sort(accounts.begin(), accounts.end(), [&](const auto &a, const auto &b) {
        const auto rank = [&](const api::ConnectedAccount &each) {
            return (each.userId == entity ? 0 : 2) + (each.isUsable() ? 0 : 1);
        };
        return rank(a) < rank(b);
    });
    for (const api::ConnectedAccount &account : std::as_const(accounts)) {
        QStringList words {account.userId, workspace::stateWords(account), workspace::ageWords(account, now)};
        if (appKey.isEmpty())
            words.prepend(account.appKey);
        words.append(account.labels.join(QStringLiteral(", ")));
        words.removeAll(QString());
        rows.append({account.id, words.join(QStringLiteral(" · ")), account.status, account.isUsable()});
    }
    setRows(rows);
}

void ConnectionListModel::setRows(const QList<Row> &rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int ConnectionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ConnectionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case SearchRole:
        return QString(row.value + QStringLiteral("   ") + row.detail);
    case Qt::AccessibleTextRole:
        return QString(row.value + QStringLiteral(", ") + row.detail);
    case Qt::EditRole:
    case ValueRole:
        return row.value;
    case DetailRole:
        return row.detail;
    case StatusRole:
        return int(row.status);
    case IsUsableRole:
        return row.isUsable;
    default:
        return {};
    }
}

} // namespace actionscope::models
