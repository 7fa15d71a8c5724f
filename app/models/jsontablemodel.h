// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/tableorder.h"

#include <QAbstractTableModel>
#include <QMap>

#include <functional>

namespace actionscope::models {

// A JSON array as a table: a row per item, a column per member name. Cells are read from the document when a view asks
// for them. What takes a walk over all rows runs on another thread; the table stays as it was until that is done, and
// the newest wish wins.
class JsonTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        RawRole = Qt::UserRole, // QByteArray: the exact bytes of the value
        TextRole, // QString: a string without its escapes, whole; anything else as it was sent
        PathRole, // QString: JSONPath of the value, or of where it would stand
        StateRole, // int of State
        TypeRole, // int of json::Type; json::Type::Null where missing
    };
    enum State { Missing, Null, EmptyText, Filled };
    static constexpr qsizetype maximumColumns = 1000;
    static constexpr qsizetype maximumRows = 50'000'000; // more pixels than a view can count
    static constexpr int longestShownText = 200; // characters

    using QAbstractTableModel::QAbstractTableModel;
    ~JsonTableModel() override;

    // `path` is the array's JSONPath. Ready when busyChanged() says so; an invalid array empties the table at once.
    void setTable(const json::Document &document, const json::Value &array, const QString &path);
    // Sorts by a column; -1 brings back the order of the text.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] int sortedColumn() const;
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_sortOrder; }

    // Puts the members of a column's objects in its place; the column stays where it holds other values as well.
    [[nodiscard]] bool canExpand(int column) const;
    void expand(int column);
    [[nodiscard]] bool canCollapse(int column) const;
    void collapse(int column);
    [[nodiscard]] const QList<TableColumn> &columns() const { return m_columns; }
    // Names beyond maximumColumns, which have no column.
    [[nodiscard]] qsizetype columnsLeftOut() const;
    [[nodiscard]] qsizetype rowsLeftOut() const;

    [[nodiscard]] json::Value value(const QModelIndex &index) const;
    [[nodiscard]] json::Value rowValue(int row) const;
    [[nodiscard]] QString rowPath(int row) const;
    // Reads rows on any thread, even when the table has changed meanwhile: gives the cells of a shown row.
    using RowReader = std::function<void(qsizetype row, std::vector<json::Value> &cells)>;
    [[nodiscard]] RowReader reader(const QList<int> &columns) const;

    [[nodiscard]] bool isBusy() const { return m_watch != nullptr; }
    // Of the work that goes on, 0 to 1.
    [[nodiscard]] double progress() const;
    void cancel();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void busyChanged();
    void orderChanged();
    void columnsChanged();

private:
    template <typename Work, typename Done> void start(qsizetype total, Work work, Done done);
    void finish();
    void takeOrder(const std::shared_ptr<const TableOrder> &order, const TableColumn &column, Qt::SortOrder direction);
    void takeColumns(const TableColumn &from, const TableColumns &found);
    void columnsHaveChanged();
    [[nodiscard]] quint32 itemAt(int row) const;
    [[nodiscard]] QVariant shown(const json::Value &value) const;

    json::Document m_document;
    QString m_path;
    TableRows m_rows;
    std::shared_ptr<const TableOrder> m_order; // null: as they stand
    TableColumn m_sortedBy;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QList<TableColumn> m_columns;
    QMap<QByteArrayList, qsizetype> m_leftOut; // by what was opened
    TableLocator m_locator;
    std::shared_ptr<json::ParseWatch> m_watch; // of the work that goes on
    qsizetype m_total = 0;
    // The row that was read last: a view asks for one after the other.
    mutable int m_cachedRow = -1;
    mutable std::vector<json::Value> m_cachedCells;
};

} // namespace actionscope::models
