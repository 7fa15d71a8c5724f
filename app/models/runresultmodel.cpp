// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/runresultmodel.h"

#include "app/base/tr.h"
#include "app/models/readable.h"

#include <algorithm>

namespace actionscope::models {

using runner::Outcome;

namespace {

constexpr qsizetype longestSentence = 400; // characters; a row shows fewer

} // namespace

RunResultModel::RunResultModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void RunResultModel::append(const QList<runner::RunResult> &results)
{
    if (results.isEmpty())
        return;
    if (m_order == Order::AsTheyCame)
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + std::size_t(results.size())) - 1);
    std::vector<qint32> bad;
    std::vector<qint32> good;
    for (const runner::RunResult &result : results) {
        (result.outcome == Outcome::Passed ? good : bad).push_back(qint32(m_rows.size()));
        m_rows.push_back({result.path, titleOf(result), result.sentence.left(longestSentence).simplified(), result.outcome,
            result.status, result.microseconds});
    }
    insert(bad, &m_bad, 0);
    insert(good, &m_good, int(m_bad.size()));
    if (m_order == Order::AsTheyCame)
        endInsertRows();
}

// In the order they came the rows are there already, by their own numbers.
void RunResultModel::insert(const std::vector<qint32> &numbers, std::vector<qint32> *into, int offset)
{
    if (numbers.empty())
        return;
    const int first = offset + int(into->size());
    if (m_order == Order::FailuresFirst)
        beginInsertRows({}, first, first + int(numbers.size()) - 1);
    into->insert(into->end(), numbers.begin(), numbers.end());
    if (m_order == Order::FailuresFirst)
        endInsertRows();
}

void RunResultModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_bad.clear();
    m_good.clear();
    endResetModel();
}

void RunResultModel::setOrder(Order order)
{
    if (order == m_order)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<qint32> numbers;
    for (const QModelIndex &each : before)
        numbers.push_back(numberAt(each.row()));
    m_order = order;
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(rowOf(numbers[std::size_t(i)]), before[i].column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

qint32 RunResultModel::numberAt(int row) const
{
    if (m_order == Order::AsTheyCame)
        return row;
    const auto at = std::size_t(row);
    return at < m_bad.size() ? m_bad[at] : m_good[at - m_bad.size()];
}

int RunResultModel::rowOf(qint32 number) const
{
    if (m_order == Order::AsTheyCame)
        return number;
    const bool isBad = m_rows[std::size_t(number)].outcome != Outcome::Passed;
    const std::vector<qint32> &among = isBad ? m_bad : m_good;
    const auto place = std::lower_bound(among.begin(), among.end(), number) - among.begin();
    return int(place) + (isBad ? 0 : int(m_bad.size()));
}

// While rows are being inserted the base class asks for those that were there before.
int RunResultModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return int(m_order == Order::AsTheyCame ? m_rows.size() : m_bad.size() + m_good.size());
}

int RunResultModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant RunResultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const qint32 number = numberAt(index.row());
    const Row &row = m_rows[std::size_t(number)];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == SentenceColumn && !row.sentence.isEmpty() ? row.sentence : row.path;
    case Qt::AccessibleTextRole:
        return index.column() == TitleColumn ? QStringLiteral("%1: %2").arg(row.title, runner::outcomeTitle(row.outcome))
                                             : textOf(row, index.column());
    case Qt::TextAlignmentRole:
        return int(index.column() == DurationColumn ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case OutcomeRole:
        return int(row.outcome);
    case NumberRole:
        return qint64(number);
    case PathRole:
        return row.path;
    default:
        return {};
    }
}

QVariant RunResultModel::textOf(const Row &row, int column) const
{
    switch (column) {
    case TitleColumn:
        return row.title;
    case StatusColumn:
        return row.status > 0 ? QString::number(row.status) : QString();
    case DurationColumn:
        return row.microseconds >= 0 ? durationText(row.microseconds) : QString();
    case SentenceColumn:
        return row.sentence.isEmpty() && row.outcome != Outcome::Passed ? runner::outcomeTitle(row.outcome) : row.sentence;
    default:
        return {};
    }
}

QVariant RunResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == DurationColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {Tr::tr("Request"), Tr::tr("Status"), Tr::tr("Time"), Tr::tr("Why it did not pass")};
    return section >= 0 && section < ColumnCount ? titles[section] : QVariant();
}

} // namespace actionscope::models
