// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"
#include "app/json/valuepaths.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace actionscope::models {

// What a JSONPath leads to, one value a row: where it is and how it begins. The rows end where a view would need a
// moment for them; results() has all.
class PathResultModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { PathColumn, ValueColumn, ColumnCount };
    static constexpr int mostRows = 200'000;

    using Nodes = std::vector<quint32>; // numbers of values

    // All of the results, to be written on any thread.
    struct Results
    {
        json::Document document;
        std::shared_ptr<const Nodes> nodes; // never null

        [[nodiscard]] QByteArray asJson() const; // an array of their bytes as they are
        [[nodiscard]] QString asPaths() const; // one a line
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setResults(const json::Document &document, std::shared_ptr<const Nodes> nodes);
    void clear() { setResults({}, std::make_shared<Nodes>()); }
    [[nodiscard]] json::Value value(int row) const;
    [[nodiscard]] const Results &results() const { return m_results; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    Results m_results {{}, std::make_shared<Nodes>()};
    mutable json::ValuePaths m_paths;
};

} // namespace actionscope::models
