// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/structuraldiff.h"
#include "app/json/valuepaths.h"

#include <QAbstractTableModel>

namespace actionscope::models {

// How two answers differ, one difference a row: what happened, where, and both values.
class ChangeListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { KindColumn, PathColumn, LeftColumn, RightColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    // What both sides are called; “Before” and “Now” otherwise.
    void setTitles(const QString &left, const QString &right);

    void setDifference(const json::Difference &difference);
    [[nodiscard]] const json::Difference &difference() const { return m_difference; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString pathText(const json::Change &change) const;

    QString m_leftTitle;
    QString m_rightTitle;
    json::Difference m_difference;
    mutable json::ValuePaths m_leftPaths;
    mutable json::ValuePaths m_rightPaths;
};

} // namespace actionscope::models
