// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/jsontabledelegate.h"

#include "app/models/jsontablemodel.h"
#include "ui/delegates/jsonappearance.h"

#include <QApplication>
#include <QPainter>

namespace actionscope::ui {

using models::JsonTableModel;

namespace {

QString shownText(const QModelIndex &index)
{
    const bool isEmptyText = index.data(JsonTableModel::StateRole).toInt() == JsonTableModel::EmptyText;
    return isEmptyText ? QStringLiteral("\"\"") : onOneLine(index.data().toString());
}

} // namespace

JsonTableDelegate::JsonTableDelegate(const ThemeService &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void JsonTableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const QFont font = ThemeService::monospaceFont();
    const QRect area = option.rect.adjusted(spacing::small, 0, -spacing::small, 0);
    painter->save();
    painter->setFont(font);
    painter->setPen(m_theme.color(colorRoleOf(json::Type(index.data(JsonTableModel::TypeRole).toInt()))));
    const QString shown = QFontMetrics(font).elidedText(shownText(index), Qt::ElideRight, area.width());
    painter->drawText(area, int(item.displayAlignment) | Qt::TextSingleLine, shown);
    painter->restore();
}

QSize JsonTableDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFontMetrics metrics(ThemeService::monospaceFont());
    return {metrics.horizontalAdvance(shownText(index)) + 2 * spacing::small + spacing::hair,
        metrics.height() + spacing::small};
}

} // namespace actionscope::ui
