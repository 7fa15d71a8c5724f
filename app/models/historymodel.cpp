// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/historymodel.h"

#include "app/base/tr.h"
#include "app/models/readable.h"

#include <algorithm>

namespace actionscope::models {

namespace {

QVariant sortValue(const storage::HistorySummary &entry, int column)
{
    switch (column) {
    case HistoryModel::VerdictColumn:
        return int(entry.verdict);
    case HistoryModel::ActionColumn:
        return entry.actionId;
    case HistoryModel::TimeColumn:
        return entry.startedAt;
    case HistoryModel::DurationColumn:
        return entry.durationMicroseconds;
    default:
        return {};
    }
}

} // namespace

HistoryModel::HistoryModel(QObject *parent, const Clock &clock)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
}

void HistoryModel::setEntries(const QList<storage::HistorySummary> &entries)
{
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

void HistoryModel::prepend(const storage::HistorySummary &entry)
{
    removeEntry(entry.id);
    beginInsertRows({}, 0, 0);
    m_entries.prepend(entry);
    endInsertRows();
}

void HistoryModel::removeEntry(const QString &id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_entries.removeAt(row);
    endRemoveRows();
}

int HistoryModel::rowOf(const QString &id) const
{
    const auto hasId = [&id](const storage::HistorySummary &entry) { return entry.id == id; };
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(), hasId);
    return found == m_entries.cend() ? -1 : int(std::distance(m_entries.cbegin(), found));
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const storage::HistorySummary &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(entry, index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return spokenText(entry);
    case IdRole:
        return entry.id;
    case VerdictRole:
        return int(entry.verdict);
    case SortRole:
        return sortValue(entry, index.column());
    case ActionIdRole:
        return entry.actionId;
    case TimeTextRole:
        return entry.isBodyKept ? momentText(entry.startedAt, m_clock())
                                : Tr::tr("%1 · body not kept").arg(momentText(entry.startedAt, m_clock()));
    case DurationTextRole:
        return durationText(entry.durationMicroseconds);
    case SearchRole:
        return QString(entry.actionId + QLatin1Char('\n') + api::verdictTitle(entry.verdict)
            + QLatin1Char('\n') + entry.environment + QLatin1Char('\n') + QString::number(entry.status));
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case VerdictColumn:
        return Tr::tr("Verdict");
    case ActionColumn:
        return Tr::tr("Action");
    case TimeColumn:
        return Tr::tr("Time");
    case DurationColumn:
        return Tr::tr("Duration");
    default:
        return {};
    }
}

QString HistoryModel::displayText(const storage::HistorySummary &entry, int column) const
{
    switch (column) {
    case VerdictColumn:
        return api::verdictTitle(entry.verdict);
    case ActionColumn:
        return entry.actionId;
    case TimeColumn:
        return momentText(entry.startedAt, m_clock());
    case DurationColumn:
        return durationText(entry.durationMicroseconds);
    default:
        return {};
    }
}

// One line that says all of the row, for tool tips and screen readers.
QString HistoryModel::spokenText(const storage::HistorySummary &entry) const
{
    QStringList parts {entry.actionId, api::verdictTitle(entry.verdict)};
    if (entry.status > 0)
        parts.append(Tr::tr("status %1").arg(entry.status));
    parts.append(fullMomentText(entry.startedAt));
    if (entry.durationMicroseconds >= 0)
        parts.append(durationText(entry.durationMicroseconds));
    if (!entry.environment.isEmpty())
        parts.append(Tr::tr("environment %1").arg(entry.environment));
    if (!entry.isBodyKept)
        parts.append(Tr::tr("body of %1 not kept").arg(sizeText(entry.bodySize)));
    return parts.join(QStringLiteral(", "));
}

} // namespace actionscope::models
