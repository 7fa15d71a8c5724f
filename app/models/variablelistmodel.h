// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workspace/namemeaning.h"

#include <QAbstractTableModel>

namespace actionscope::models {

// Names and what they stand for, one a row.
class VariableListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, PlaceColumn, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole, // NameMeaning::Kind
        SearchRole,
    };

    using QAbstractTableModel::QAbstractTableModel;

    // Rows that stay keep their place in a view.
    void setMeanings(const QList<workspace::NameMeaning> &meanings);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<workspace::NameMeaning> m_meanings;
};

} // namespace actionscope::models
