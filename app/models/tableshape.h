// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QHash>
#include <QList>

#include <memory>
#include <vector>

namespace actionscope::models {

// One column of a table: the way of member names that leads from a row to its cells.
struct TableColumn
{
    QByteArrayList keys; // in UTF-8; none: the column of rows that are no object
    bool hasObjects = false; // some cell can be opened into columns of its own
    bool hasOthers = false; // some cell is there and no object

    [[nodiscard]] QString title() const;
    // The same way as steps of a JSONPath: .user['odd key']
    [[nodiscard]] QString path() const;
    bool operator==(const TableColumn &) const = default;
};

struct TableColumns
{
    QList<TableColumn> columns;
    qsizetype leftOut = 0; // further names there was no room for

    bool operator==(const TableColumns &) const = default;
};

// Nodes of the rows, in the order of the text.
using TableRows = std::shared_ptr<const std::vector<quint32>>;

// The functions below read the whole array; they belong on another thread. `watch` may be null, counts rows, and
// ends them early with what they have.

[[nodiscard]] TableRows rowsOf(const json::Value &array, json::ParseWatch *watch);
// The union of the names in the objects at `keys` of each row, in the order of their first appearance.
[[nodiscard]] TableColumns columnsOf(const json::Document &document, const TableRows &rows, const QByteArrayList &keys,
    qsizetype room, json::ParseWatch *watch);

// Finds the cells of a row in one walk over it. Where a name stands twice, the last one counts.
class TableLocator final
{
public:
    TableLocator() = default;
    explicit TableLocator(const QList<TableColumn> &columns);

    // One value per column, invalid where the row has none.
    void locate(const json::Value &row, std::vector<json::Value> &cells) const;

private:
    struct Target
    {
        int column = -1;
        int level = -1; // of the names inside that value
    };
    struct Level
    {
        QHash<QByteArray, Target> targets;
    };

    std::vector<Level> m_levels {1};
    int m_columnCount = 0;
    int m_plainColumn = -1; // takes rows that are no object
};

} // namespace actionscope::models
