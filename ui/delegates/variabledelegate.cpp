// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/variabledelegate.h"

#include "app/models/variablelistmodel.h"
#include "ui/services/iconset.h"

namespace actionscope::ui {

using models::VariableListModel;
using Kind = workspace::NameMeaning::Kind;

namespace {

constexpr int iconSide = 16;

} // namespace

VariableDelegate::VariableDelegate(const ThemeService &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_secret(themedIcon(theme, QStringLiteral("key"), int(ColorRole::Muted)))
    , m_trouble(themedIcon(theme, QStringLiteral("x-circle"), int(ColorRole::Bad)))
{
}

void VariableDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto kind = Kind(index.data(VariableListModel::KindRole).toInt());
    const bool isBad = kind == Kind::Unset || kind == Kind::Trouble;
    const int column = index.column();
    const bool isCode = column == VariableListModel::NameColumn
        || (column == VariableListModel::ValueColumn && kind == Kind::Value);
    if (isCode)
        option->font = ThemeService::monospaceFont();
    if (column != VariableListModel::NameColumn || (kind != Kind::Secret && !isBad))
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = isBad ? m_trouble : m_secret;
    option->decorationSize = {iconSide, iconSide};
}

} // namespace actionscope::ui
