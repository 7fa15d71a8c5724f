// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/actionlistmodel.h"

#include "app/base/tr.h"

#include <algorithm>
#include <vector>

namespace actionscope::models {

namespace {

constexpr qsizetype longestToolTip = 600;

QString deprecationText(const api::ActionInfo &action)
{
    return action.successor.isEmpty() ? Tr::tr("deprecated")
                                      : Tr::tr("deprecated, use %1").arg(action.successor);
}

QString toolTip(const api::ActionInfo &action)
{
    QStringList lines {action.id};
    if (!action.name.isEmpty())
        lines.append(action.name);
    if (action.isDeprecated)
        lines.append(deprecationText(action));
    if (!action.description.isEmpty())
        lines.append(action.description.size() > longestToolTip ? action.description.first(longestToolTip) + u'…'
                                                                : action.description);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

ActionListModel::ActionListModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void ActionListModel::setIndex(const catalog::ActionIndex &index) { searchIn(index); }

void ActionListModel::setSearch(const catalog::ActionSearch &search)
{
    if (search == m_search)
        return;
    m_search = search;
    searchIn(m_index);
}

void ActionListModel::searchIn(const catalog::ActionIndex &index)
{
    QList<catalog::ActionHit> hits = index.search(m_search);
    m_foundCount = hits.size();
    if (m_mostRows > 0 && hits.size() > m_mostRows)
        hits.resize(m_mostRows);
    show(index, hits);
}

const api::ActionInfo &ActionListModel::action(int row) const
{
    return m_index.actions()[m_hits.at(row).position];
}

int ActionListModel::rowOf(const QString &id) const
{
    const qsizetype position = m_index.positionOf(id);
    const auto at = std::find_if(m_hits.cbegin(), m_hits.cend(),
        [position](const catalog::ActionHit &hit) { return hit.position == position; });
    return position < 0 || at == m_hits.cend() ? -1 : int(at - m_hits.cbegin());
}

// Rows that a view holds on to are followed to their new place; all others are simply new ones.
void ActionListModel::show(const catalog::ActionIndex &index, const QList<catalog::ActionHit> &hits)
{
    m_marked.reset();
    const bool isHeld = !persistentIndexList().isEmpty();
    if (!isHeld || m_hits.isEmpty() || hits.isEmpty()) {
        beginResetModel();
        m_index = index;
        m_hits = hits;
        endResetModel();
        return;
    }
    QList<catalog::ActionHit> old = m_hits; // at their places in the new catalogue
    for (catalog::ActionHit &hit : old)
        hit.position = index.positionOf(m_index.actions()[hit.position].id);
    std::vector<bool> isFound(std::size_t(index.actions().size()));
    for (const catalog::ActionHit &hit : hits)
        isFound[std::size_t(hit.position)] = true;
    for (qsizetype row = old.size(); row-- > 0;) {
        const bool stays = old[row].position >= 0 && isFound[std::size_t(old[row].position)];
        if (stays)
            continue;
        qsizetype first = row; // a run of rows goes at once
        while (first > 0 && (old[first - 1].position < 0 || !isFound[std::size_t(old[first - 1].position)]))
            --first;
        beginRemoveRows({}, int(first), int(row));
        old.remove(first, row - first + 1);
        m_hits.remove(first, row - first + 1);
        endRemoveRows();
        row = first;
    }
    m_index = index;
    m_hits = old;
    arrange(hits);
}

// All rows that are there belong to the new ones: the others are added at the end, then each goes to its place.
void ActionListModel::arrange(const QList<catalog::ActionHit> &hits)
{
    std::vector<bool> isThere(std::size_t(m_index.actions().size()));
    for (const catalog::ActionHit &hit : std::as_const(m_hits))
        isThere[std::size_t(hit.position)] = true;
    QList<catalog::ActionHit> added;
    for (const catalog::ActionHit &hit : hits) {
        if (!isThere[std::size_t(hit.position)])
            added.append(hit);
    }
    if (!added.isEmpty()) {
        beginInsertRows({}, int(m_hits.size()), int(m_hits.size() + added.size()) - 1);
        m_hits += added;
        endInsertRows();
    }
    Q_EMIT layoutAboutToBeChanged();
    std::vector<int> rowAt(std::size_t(m_index.actions().size()), -1);
    for (qsizetype row = 0; row < hits.size(); ++row)
        rowAt[std::size_t(hits[row].position)] = int(row);
    const QModelIndexList held = persistentIndexList();
    for (const QModelIndex &each : held) {
        const auto position = std::size_t(m_hits[each.row()].position);
        changePersistentIndex(each, index(rowAt[position], each.column()));
    }
    m_hits = hits;
    Q_EMIT layoutChanged();
}

int ActionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QVariant ActionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const catalog::ActionHit &hit = m_hits.at(index.row());
    const api::ActionInfo &action = m_index.actions()[hit.position];
    switch (role) {
    case Qt::AccessibleTextRole:
        return spokenText(hit);
    case AppNameRole:
        return m_index.appName(hit.position);
    case IdMarksRole:
        return QVariant::fromValue(marks(hit.position).id);
    case NameMarksRole:
        return QVariant::fromValue(marks(hit.position).name);
    case EffectRole:
        return int(m_index.effect(hit.position));
    case IsDeprecatedRole:
        return action.isDeprecated;
    case IsFavouriteRole:
        return hit.isFavourite;
    case IsRecentRole:
        return hit.isRecent;
    case IsNoAuthRole:
        return action.isNoAuth;
    default:
        return textOf(action, role);
    }
}

QVariant ActionListModel::textOf(const api::ActionInfo &action, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case IdRole:
        return action.id;
    case Qt::ToolTipRole:
        return toolTip(action);
    case NameRole:
        return action.name;
    case AppKeyRole:
        return action.appKey;
    case DescriptionRole:
        return action.description;
    case SuccessorRole:
        return action.successor;
    default:
        return {};
    }
}

const catalog::ActionMarks &ActionListModel::marks(qsizetype position) const
{
    if (m_marked != position) {
        m_marks = m_index.marks(m_search.text, position);
        m_marked = position;
    }
    return m_marks;
}

// One line that says all of the row, for screen readers.
QString ActionListModel::spokenText(const catalog::ActionHit &hit) const
{
    const api::ActionInfo &action = m_index.actions()[hit.position];
    QStringList parts {
        action.id, action.name, m_index.appName(hit.position), api::effectWords(m_index.effect(hit.position))};
    if (hit.isFavourite)
        parts.append(Tr::tr("favourite"));
    if (hit.isRecent)
        parts.append(Tr::tr("used recently"));
    if (action.isNoAuth)
        parts.append(Tr::tr("needs no account"));
    if (action.isDeprecated)
        parts.append(deprecationText(action));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace actionscope::models
