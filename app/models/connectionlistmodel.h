// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/catalog.h"

#include <QAbstractListModel>

namespace actionscope::models {

// Whom a request can name: the entities that have an account for an app, or the accounts themselves. Fit
// first.
class ConnectionListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ValueRole = Qt::UserRole, // what goes into the field
        DetailRole, // state, age, owner, labels
        StatusRole, // int of api::AccountStatus
        IsUsableRole,
        SearchRole, // value and detail, for who types
    };

    using QAbstractListModel::QAbstractListModel;

    // An empty app means any.
    void setEntities(const catalog::Catalog &catalog, const QString &appKey);
    // Those of the entity come first.
    void setAccounts(
        const catalog::Catalog &catalog, const QString &appKey, const QString &entity, const QDateTime &now);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        QString value;
        QString detail;
        api::AccountStatus status = api::AccountStatus::Unknown;
        bool isUsable = false;

        bool operator==(const Row &) const = default;
    };

    void setRows(const QList<Row> &rows);

    QList<Row> m_rows;
};

} // namespace actionscope::models
