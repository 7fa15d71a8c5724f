// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/variablelistmodel.h"

#include "app/base/tr.h"

#include <algorithm>

namespace actionscope::models {

using workspace::NameMeaning;

namespace {

QString valueText(const NameMeaning &meaning)
{
    return meaning.kind == NameMeaning::Kind::Secret ? Tr::tr("hidden") : meaning.value;
}

QString placeText(const NameMeaning &meaning)
{
    return meaning.isKeptInMemory ? Tr::tr("%1, not saved").arg(meaning.place) : meaning.place;
}

} // namespace

// One pass over both lists: what is gone goes, what is new comes in, what is left is told where it changed.
void VariableListModel::setMeanings(const QList<NameMeaning> &meanings)
{
    for (int row = 0; row < int(meanings.size()); ++row) {
        const auto sameName = [&](const NameMeaning &each) { return each.name == meanings[row].name; };
        const auto at = std::find_if(m_meanings.cbegin() + row, m_meanings.cend(), sameName);
        if (at == m_meanings.cend()) {
            beginInsertRows({}, row, row);
            m_meanings.insert(row, meanings[row]);
            endInsertRows();
            continue;
        }
        if (const int surplus = int(at - m_meanings.cbegin()) - row; surplus > 0) {
            beginRemoveRows({}, row, row + surplus - 1);
            m_meanings.remove(row, surplus);
            endRemoveRows();
        }
        if (m_meanings[row] != meanings[row]) {
            m_meanings[row] = meanings[row];
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
    if (const int kept = int(meanings.size()); kept < m_meanings.size()) {
        beginRemoveRows({}, kept, int(m_meanings.size()) - 1);
        m_meanings.resize(kept);
        endRemoveRows();
    }
}

int VariableListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_meanings.size());
}

int VariableListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant VariableListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NameMeaning &meaning = m_meanings[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == NameColumn)
            return meaning.name;
        return index.column() == ValueColumn ? valueText(meaning) : placeText(meaning);
    case Qt::ToolTipRole:
        return workspace::described(meaning);
    case KindRole:
        return int(meaning.kind);
    case SearchRole:
        return QStringList {meaning.name, valueText(meaning), meaning.place}.join(QLatin1Char('\n'));
    default:
        return {};
    }
}

QVariant VariableListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList titles {Tr::tr("Name"), Tr::tr("Stands for"), Tr::tr("From")};
    return titles.value(section);
}

} // namespace actionscope::models
