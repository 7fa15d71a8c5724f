// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/connectiondelegate.h"

#include "app/api/connectedaccount.h"
#include "app/models/connectionlistmodel.h"
#include "ui/services/iconset.h"
#include "ui/services/theme.h"

#include <QApplication>
#include <QPainter>

namespace actionscope::ui {

using models::ConnectionListModel;

namespace {

constexpr int markSize = 16;

QIcon markOf(const ThemeService &theme, const QModelIndex &index)
{
    if (index.data(ConnectionListModel::IsUsableRole).toBool())
        return themedIcon(theme, QStringLiteral("check-circle"), int(ColorRole::Good));
    switch (api::AccountStatus(index.data(ConnectionListModel::StatusRole).toInt())) {
    case api::AccountStatus::Initiated:
        return themedIcon(theme, QStringLiteral("clock"), int(ColorRole::Warn));
    case api::AccountStatus::Failed:
    case api::AccountStatus::Expired:
    case api::AccountStatus::Revoked:
        return themedIcon(theme, QStringLiteral("x-circle"), int(ColorRole::Bad));
    case api::AccountStatus::Active: // but disabled
    case api::AccountStatus::Inactive:
    case api::AccountStatus::Unknown:
        break;
    }
    return themedIcon(theme, QStringLiteral("slash-circle"), int(ColorRole::Muted));
}

} // namespace

ConnectionDelegate::ConnectionDelegate(const ThemeService &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void ConnectionDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    QRect area = option.rect.adjusted(spacing::small, 0, -spacing::small, 0);
    const QRect mark(area.left(), area.center().y() - markSize / 2, markSize, markSize);
    markOf(m_theme, index).paint(painter, mark);
    area.setLeft(mark.right() + spacing::small);
    painter->save();
    painter->setFont(ThemeService::monospaceFont());
    const QString value = painter->fontMetrics().elidedText(
        index.data(ConnectionListModel::ValueRole).toString(), Qt::ElideMiddle, area.width() * 2 / 3);
    painter->setPen(m_theme.color(ColorRole::Text));
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft, value);
    area.setLeft(area.left() + painter->fontMetrics().horizontalAdvance(value) + spacing::medium);
    painter->setFont(ThemeService::smallFont());
    painter->setPen(m_theme.color(ColorRole::Muted));
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft,
        painter->fontMetrics().elidedText(
            index.data(ConnectionListModel::DetailRole).toString(), Qt::ElideRight, area.width()));
    painter->restore();
}

QSize ConnectionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), option.fontMetrics.height() + spacing::medium};
}

} // namespace actionscope::ui
