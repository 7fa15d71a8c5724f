// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"
#include "app/json/valuepaths.h"

#include <QAbstractTableModel>

#include <vector>

namespace actionscope::models {

// What a JSONPath leads to, one value a row: where it is and how it begins.
class PathResultModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { PathColumn, ValueColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    // `nodes` are numbers of values of the document.
    void setResults(const json::Document &document, std::vector<quint32> nodes);
    [[nodiscard]] json::Value value(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    json::Document m_document;
    std::vector<quint32> m_nodes;
    mutable json::ValuePaths m_paths;
};

} // namespace actionscope::models
