// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/findingdelegate.h"

#include "app/models/findinglistmodel.h"
#include "ui/services/iconset.h"

namespace actionscope::ui {

using models::FindingListModel;

namespace {

constexpr int iconSide = 16;

} // namespace

FindingDelegate::FindingDelegate(const ThemeService &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_error(themedIcon(theme, QStringLiteral("x-circle"), int(ColorRole::Bad)))
    , m_warning(themedIcon(theme, QStringLiteral("alert-triangle"), int(ColorRole::Warn)))
{
}

void FindingDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() != FindingListModel::PathColumn)
        return;
    const auto severity = runner::Finding::Severity(index.data(FindingListModel::SeverityRole).toInt());
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = severity == runner::Finding::Severity::Error ? m_error : m_warning;
    option->decorationSize = {iconSide, iconSide};
    option->textElideMode = Qt::ElideMiddle; // the end of a path names the request
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(option.fontMetrics.height(), iconSide) + spacing::small);
    return size;
}

} // namespace actionscope::ui
