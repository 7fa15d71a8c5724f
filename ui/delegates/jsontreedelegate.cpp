// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/jsontreedelegate.h"

#include "app/models/jsontreemodel.h"
#include "ui/delegates/jsonappearance.h"
#include "ui/services/theme.h"

#include <QApplication>
#include <QPainter>

namespace actionscope::ui {

using models::JsonTreeModel;

JsonTreeDelegate::JsonTreeDelegate(const ThemeService &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

JsonTreeDelegate::Content JsonTreeDelegate::contentOf(const QModelIndex &index, bool isOpen) const
{
    const auto type = json::Type(index.data(JsonTreeModel::TypeRole).toInt());
    const QString text = index.data().toString();
    switch (index.column()) {
    case JsonTreeModel::KeyColumn: {
        const bool isName = !index.data(JsonTreeModel::KeyRole).toString().isEmpty();
        return {text, m_theme.color(isName ? ColorRole::JsonKey : ColorRole::Muted)};
    }
    case JsonTreeModel::ValueColumn:
        if (type == json::Type::String)
            return {QLatin1Char('"') + text + QLatin1Char('"'), m_theme.color(ColorRole::JsonString)};
        if (text.isEmpty())
            return {isOpen ? QString() : index.data(JsonTreeModel::PreviewRole).toString(),
                m_theme.color(ColorRole::Muted)};
        return {text, m_theme.color(colorRoleOf(type))};
    default:
        return {text, m_theme.color(ColorRole::Muted)};
    }
}

void JsonTreeDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const Content content = contentOf(index, option.state.testFlag(QStyle::State_Open));
    const bool isType = index.column() >= JsonTreeModel::TypeColumn;
    const QFont font = isType ? ThemeService::smallFont() : ThemeService::monospaceFont();
    const QRect area = option.rect.adjusted(spacing::hair, 0, -spacing::small, 0);
    painter->save();
    painter->setFont(font);
    painter->setPen(content.color);
    const QString shown
        = QFontMetrics(font).elidedText(onOneLine(content.text), Qt::ElideRight, area.width());
    painter->drawText(
        area, (isType ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    painter->restore();
}

QSize JsonTreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(index.column() >= JsonTreeModel::TypeColumn ? ThemeService::smallFont()
                                                                           : ThemeService::monospaceFont());
    const QString text = contentOf(index, option.state.testFlag(QStyle::State_Open)).text.left(80);
    return {
        metrics.horizontalAdvance(text) + spacing::hair + spacing::medium, metrics.height() + spacing::small};
}

} // namespace actionscope::ui
