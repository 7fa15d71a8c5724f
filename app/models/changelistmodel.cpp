// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/changelistmodel.h"

#include "app/base/tr.h"
#include "app/models/jsontext.h"

namespace actionscope::models {

using json::Change;

namespace {

constexpr qsizetype longestPreview = 120;

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

QString valueText(const json::Value &value)
{
    if (!value.isValid())
        return {};
    if (value.isContainer())
        return containerPreview(value, longestPreview);
    const ShortText text = shortText(value, longestPreview);
    const QString shown = text.isElided ? text.text + QChar(0x2026) : text.text;
    return value.isString() ? QLatin1Char('"') + shown + QLatin1Char('"') : shown;
}

} // namespace

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
        return valueText(change.left);
    case RightColumn:
        return valueText(change.right);
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
        return Tr::tr("Before");
    case RightColumn:
        return Tr::tr("Now");
    default:
        return {};
    }
}

} // namespace actionscope::models
