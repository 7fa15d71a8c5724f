// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/changelistmodel.h"

#include "app/base/tr.h"
#include "app/models/jsontext.h"

#include <algorithm>

namespace actionscope::models {

using json::Change;

namespace {

constexpr qsizetype longestPreview = 120;
constexpr qsizetype longestCompared = 64 * 1024; // characters of two texts, for where they part
constexpr qsizetype shownBefore = 16; // of what two texts have in common

QString kindText(Change::Kind kind)
{
    switch (kind) {
    case Change::Kind::Added:
        return Tr::tr("added");
    case Change::Kind::Removed:
        return Tr::tr("removed");
    case Change::Kind::Changed:
        return Tr::tr("changed");
    case Change::Kind::Moved:
        return Tr::tr("moved");
    }
    return {};
}

// How much of two texts can be passed over, so that where they part is seen.
qsizetype commonStart(const Change &change)
{
    if (!change.left.isString() || !change.right.isString())
        return 0;
    const QString left = shortText(change.left, longestCompared).text;
    const QString right = shortText(change.right, longestCompared).text;
    const auto parting = std::mismatch(left.cbegin(), left.cend(), right.cbegin(), right.cend());
    const qsizetype common = parting.first - left.cbegin();
    return common > 2 * shownBefore ? common - shownBefore : 0;
}

// On one line, from `start` on.
QString stringText(const json::Value &value, qsizetype start)
{
    const ShortText text = shortText(value, start + longestPreview);
    QString shown = text.text.sliced(std::min(start, text.text.size()));
    shown.replace(QLatin1String("\r\n"), QStringLiteral("↵")).replace(QLatin1Char('\n'), QStringLiteral("↵"));
    return (start > 0 ? QStringLiteral("…") : QStringLiteral("\"")) + shown
        + (text.isElided ? QStringLiteral("…") : QStringLiteral("\""));
}

QString valueText(const json::Value &value, const Change &change)
{
    if (!value.isValid())
        return {};
    if (value.isString())
        return stringText(value, commonStart(change));
    if (value.isContainer())
        return containerPreview(value, longestPreview);
    const ShortText text = shortText(value, longestPreview);
    return text.isElided ? text.text + QStringLiteral("…") : text.text;
}

} // namespace

void ChangeListModel::setTitles(const QString &left, const QString &right)
{
    m_leftTitle = left;
    m_rightTitle = right;
    Q_EMIT headerDataChanged(Qt::Horizontal, LeftColumn, RightColumn);
}

void ChangeListModel::setDifference(const json::Difference &difference)
{
    beginResetModel();
    m_difference = difference;
    m_leftPaths = {};
    m_rightPaths = {};
    endResetModel();
}

int ChangeListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_difference.changes.size());
}

int ChangeListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ChangeListModel::pathText(const Change &change) const
{
    const QString left = change.left.isValid() ? m_leftPaths.pathOf(change.left) : QString();
    const QString right = change.right.isValid() ? m_rightPaths.pathOf(change.right) : QString();
    if (left.isEmpty() || right.isEmpty() || left == right)
        return left.isEmpty() ? right : left;
    return left + QStringLiteral(" → ") + right;
}

QVariant ChangeListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)
        || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Change &change = m_difference.changes[std::size_t(index.row())];
    switch (index.column()) {
    case KindColumn:
        return kindText(change.kind);
    case PathColumn:
        return pathText(change);
    case LeftColumn:
        return valueText(change.left, change);
    case RightColumn:
        return valueText(change.right, change);
    default:
        return {};
    }
}

QVariant ChangeListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KindColumn:
        return Tr::tr("Change");
    case PathColumn:
        return Tr::tr("Path");
    case LeftColumn:
        return m_leftTitle.isEmpty() ? Tr::tr("Before") : m_leftTitle;
    case RightColumn:
        return m_rightTitle.isEmpty() ? Tr::tr("Now") : m_rightTitle;
    default:
        return {};
    }
}

} // namespace actionscope::models
