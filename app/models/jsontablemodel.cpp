// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/jsontablemodel.h"

#include "app/base/tr.h"
#include "app/base/whenready.h"
#include "app/models/jsontext.h"

#include <QtConcurrent>

#include <algorithm>
#include <numeric>

namespace actionscope::models {

namespace {

bool begins(const QByteArrayList &keys, const QByteArrayList &with)
{
    return keys.size() > with.size() && std::equal(with.begin(), with.end(), keys.begin());
}

JsonTableModel::State stateOf(const json::Value &value)
{
    if (!value.isValid())
        return JsonTableModel::Missing;
    if (value.isNull())
        return JsonTableModel::Null;
    return value.isString() && value.raw().size() == 2 ? JsonTableModel::EmptyText : JsonTableModel::Filled;
}

QString spokenState(JsonTableModel::State state)
{
    switch (state) {
    case JsonTableModel::Missing:
        return Tr::tr("missing");
    case JsonTableModel::EmptyText:
        return Tr::tr("empty text");
    case JsonTableModel::Null:
    case JsonTableModel::Filled:
        break;
    }
    return {};
}

struct ReadTable
{
    TableRows rows;
    TableColumns columns;
};

} // namespace

JsonTableModel::~JsonTableModel()
{
    if (m_watch)
        m_watch->isCancelled = true;
}

// `work` gets the watch and runs elsewhere; `done` gets its result here unless something newer began.
template <typename Work, typename Done> void JsonTableModel::start(qsizetype total, Work work, Done done)
{
    const bool wasBusy = isBusy();
    if (m_watch)
        m_watch->isCancelled = true;
    m_watch = std::make_shared<json::ParseWatch>();
    m_total = total;
    whenReady(QtConcurrent::run([work, watch = m_watch] { return work(watch.get()); }), this,
        [this, watch = m_watch, done](const auto &result) {
            if (watch != m_watch)
                return;
            done(result);
            finish();
        });
    if (!wasBusy)
        Q_EMIT busyChanged();
}

void JsonTableModel::finish()
{
    m_watch.reset();
    Q_EMIT busyChanged();
}

void JsonTableModel::cancel()
{
    if (!m_watch)
        return;
    m_watch->isCancelled = true;
    finish();
}

double JsonTableModel::progress() const
{
    return m_watch && m_total > 0 ? double(m_watch->position) / double(m_total) : 0;
}

void JsonTableModel::setTable(const json::Document &document, const json::Value &array, const QString &path)
{
    const auto take = [this, document, path](const ReadTable &table) {
        beginResetModel();
        m_document = document;
        m_path = path;
        m_rows = table.rows;
        m_order.reset();
        m_columns = table.columns.columns;
        m_leftOut = {{QByteArrayList(), table.columns.leftOut}};
        columnsHaveChanged();
        endResetModel();
        Q_EMIT orderChanged();
        Q_EMIT columnsChanged();
    };
    if (!array.isArray()) {
        cancel();
        take({});
        return;
    }
    // Both passes count to the number of rows.
    start(
        array.count(),
        [document, array](json::ParseWatch *watch) {
            ReadTable table;
            table.rows = rowsOf(array, watch);
            table.columns = columnsOf(document, table.rows, {}, maximumColumns, watch);
            return table;
        },
        take);
}

void JsonTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= m_columns.size()) {
        cancel();
        takeOrder({}, {}, Qt::AscendingOrder);
        return;
    }
    const TableColumn by = m_columns[column];
    start(
        qsizetype(m_rows->size()),
        [document = m_document, rows = m_rows, by, order](json::ParseWatch *watch) {
            return orderedBy(document, rows, by, order, watch);
        },
        [this, by, order](const std::shared_ptr<const TableOrder> &found) {
            if (found)
                takeOrder(found, by, order);
        });
}

int JsonTableModel::sortedColumn() const
{
    if (!m_order)
        return -1;
    const auto found = std::find_if(
        m_columns.cbegin(), m_columns.cend(), [this](const TableColumn &each) { return each.keys == m_sortedBy.keys; });
    return found == m_columns.cend() ? -1 : int(found - m_columns.cbegin());
}

void JsonTableModel::takeOrder(
    const std::shared_ptr<const TableOrder> &order, const TableColumn &column, Qt::SortOrder direction)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<quint32> items;
    for (const QModelIndex &index : before)
        items.push_back(itemAt(index.row()));
    m_order = order;
    m_sortedBy = column;
    m_sortOrder = direction;
    m_cachedRow = -1;
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const quint32 item = items[std::size_t(i)];
        after.append(index(int(order ? order->places[item] : item), before[i].column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
    Q_EMIT orderChanged();
}

bool JsonTableModel::canExpand(int column) const
{
    if (column < 0 || column >= m_columns.size() || !m_columns[column].hasObjects)
        return false;
    return std::none_of(m_columns.cbegin(), m_columns.cend(),
        [&](const TableColumn &each) { return begins(each.keys, m_columns[column].keys); });
}

void JsonTableModel::expand(int column)
{
    if (!canExpand(column))
        return;
    const TableColumn from = m_columns[column];
    const qsizetype room = maximumColumns - m_columns.size() + (from.hasOthers ? 0 : 1);
    start(
        qsizetype(m_rows->size()),
        [document = m_document, rows = m_rows, from, room](json::ParseWatch *watch) {
            const TableColumns found = columnsOf(document, rows, from.keys, room, watch);
            return watch->isCancelled ? TableColumns() : found;
        },
        [this, from](const TableColumns &found) { takeColumns(from, found); });
}

void JsonTableModel::takeColumns(const TableColumn &from, const TableColumns &found)
{
    const auto at = int(m_columns.indexOf(from));
    if (at < 0 || found.columns.isEmpty())
        return;
    beginInsertColumns({}, at + 1, at + int(found.columns.size()));
    for (qsizetype i = 0; i < found.columns.size(); ++i)
        m_columns.insert(at + 1 + i, found.columns[i]);
    columnsHaveChanged();
    endInsertColumns();
    if (!from.hasOthers) {
        beginRemoveColumns({}, at, at);
        m_columns.removeAt(at);
        columnsHaveChanged();
        endRemoveColumns();
    }
    m_leftOut[from.keys] = found.leftOut;
    Q_EMIT columnsChanged();
}

bool JsonTableModel::canCollapse(int column) const
{
    return column >= 0 && column < m_columns.size() && m_columns[column].keys.size() > 1;
}

void JsonTableModel::collapse(int column)
{
    if (!canCollapse(column))
        return;
    TableColumn whole;
    whole.keys = m_columns[column].keys;
    whole.keys.removeLast();
    whole.hasObjects = true;
    const auto belongs = [&](const TableColumn &each) { return begins(each.keys, whole.keys); };
    const auto first = int(std::find_if(m_columns.cbegin(), m_columns.cend(), belongs) - m_columns.cbegin());
    const auto count = int(std::count_if(m_columns.cbegin(), m_columns.cend(), belongs));
    const bool isThere = first > 0 && m_columns[first - 1].keys == whole.keys;
    if (!isThere) {
        beginInsertColumns({}, first, first);
        m_columns.insert(first, whole);
        columnsHaveChanged();
        endInsertColumns();
    }
    m_leftOut.remove(whole.keys);
    const int from = isThere ? first : first + 1;
    beginRemoveColumns({}, from, from + count - 1);
    m_columns.remove(from, count);
    columnsHaveChanged();
    endRemoveColumns();
    Q_EMIT columnsChanged();
}

void JsonTableModel::columnsHaveChanged()
{
    m_locator = TableLocator(m_columns);
    m_cachedRow = -1;
}

qsizetype JsonTableModel::columnsLeftOut() const
{
    return std::accumulate(m_leftOut.cbegin(), m_leftOut.cend(), qsizetype(0));
}

qsizetype JsonTableModel::rowsLeftOut() const
{
    return m_rows ? std::max<qsizetype>(0, qsizetype(m_rows->size()) - maximumRows) : 0;
}

quint32 JsonTableModel::itemAt(int row) const { return m_order ? m_order->items[std::size_t(row)] : quint32(row); }

json::Value JsonTableModel::rowValue(int row) const
{
    return row >= 0 && row < rowCount() ? m_document.value((*m_rows)[itemAt(row)]) : json::Value();
}

QString JsonTableModel::rowPath(int row) const
{
    return row >= 0 && row < rowCount() ? QStringLiteral("%1[%2]").arg(m_path).arg(itemAt(row)) : QString();
}

json::Value JsonTableModel::value(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (m_cachedRow != index.row()) {
        m_locator.locate(rowValue(index.row()), m_cachedCells);
        m_cachedRow = index.row();
    }
    return m_cachedCells[std::size_t(index.column())];
}

JsonTableModel::RowReader JsonTableModel::reader(const QList<int> &columns) const
{
    QList<TableColumn> chosen;
    for (const int column : columns)
        chosen.append(m_columns[column]);
    return [document = m_document, rows = m_rows, order = m_order, locator = TableLocator(chosen)](
               qsizetype row, std::vector<json::Value> &cells) {
        const auto place = std::size_t(row);
        locator.locate(document.value((*rows)[order ? order->items[place] : place]), cells);
    };
}

int JsonTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_rows ? 0 : int(std::min<qsizetype>(qsizetype(m_rows->size()), maximumRows));
}

int JsonTableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_columns.size()); }

QVariant JsonTableModel::shown(const json::Value &value) const
{
    if (!value.isValid())
        return {};
    if (value.isObject())
        return QLatin1Char('{') + typeText(value, longestShownText) + QLatin1Char('}');
    if (value.isArray())
        return QLatin1Char('[') + typeText(value, longestShownText) + QLatin1Char(']');
    const ShortText text = shortText(value, longestShownText);
    return text.isElided ? text.text + QChar(0x2026) : text.text;
}

QVariant JsonTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::ToolTipRole:
    case PathRole:
        return QString(rowPath(index.row()) + m_columns[index.column()].path());
    case Qt::DisplayRole:
        return shown(value(index));
    case Qt::TextAlignmentRole:
        return int((value(index).isNumber() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole: {
        const QString spoken = spokenState(stateOf(value(index)));
        return spoken.isEmpty() ? shown(value(index)) : QVariant(spoken);
    }
    case RawRole:
        return value(index).raw().toByteArray();
    case TextRole:
        return value(index).isString() ? value(index).toString() : QString::fromUtf8(value(index).raw());
    case StateRole:
        return int(stateOf(value(index)));
    case TypeRole:
        return int(value(index).type());
    default:
        return {};
    }
}

QVariant JsonTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole && section < rowCount() ? QVariant(itemAt(section)) : QVariant();
    if (section < 0 || section >= m_columns.size())
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return m_columns[section].title();
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

} // namespace actionscope::models
