// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/historydelegate.h"

#include "app/models/historymodel.h"
#include "ui/delegates/verdictappearance.h"
#include "ui/services/iconset.h"

#include <QApplication>
#include <QPainter>

namespace actionscope::ui {

using models::HistoryModel;

namespace {

constexpr int iconSide = 16;

} // namespace

HistoryDelegate::HistoryDelegate(const ThemeService &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
    for (std::size_t i = 0; i < m_icons.size(); ++i) {
        const VerdictAppearance appearance = appearanceOf(api::Verdict(i));
        m_icons[i] = themedIcon(theme, appearance.icon, int(appearance.color));
    }
}

void HistoryDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const QRect area
        = option.rect.adjusted(spacing::medium, spacing::small, -spacing::medium, -spacing::small);
    const int firstLine = QFontMetrics(ThemeService::monospaceFont()).height();
    const QRect iconRect(area.left(), area.top() + (firstLine - iconSide) / 2, iconSide, iconSide);
    const auto verdict = std::size_t(index.data(HistoryModel::VerdictRole).toInt());
    m_icons[std::min(verdict, m_icons.size() - 1)].paint(painter, iconRect);
    paintTexts(painter, area.adjusted(iconSide + spacing::small, 0, 0, 0), index);
}

void HistoryDelegate::paintTexts(QPainter *painter, const QRect &area, const QModelIndex &index) const
{
    painter->save();
    const QFont actionFont = ThemeService::monospaceFont();
    const QFontMetrics actionMetrics(actionFont);
    painter->setFont(actionFont);
    painter->setPen(m_theme.color(ColorRole::Text));
    const QString action = index.data(HistoryModel::ActionIdRole).toString();
    const QRect top(area.left(), area.top(), area.width(), actionMetrics.height());
    painter->drawText(top, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        actionMetrics.elidedText(action, Qt::ElideMiddle, area.width()));

    const QFont smallFont = ThemeService::smallFont();
    const QFontMetrics smallMetrics(smallFont);
    painter->setFont(smallFont);
    painter->setPen(m_theme.color(ColorRole::Muted));
    const QRect bottom(
        area.left(), area.bottom() - smallMetrics.height() + 1, area.width(), smallMetrics.height());
    const QString duration = index.data(HistoryModel::DurationTextRole).toString();
    painter->drawText(bottom, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, duration);
    const int room = area.width() - smallMetrics.horizontalAdvance(duration) - spacing::small;
    painter->drawText(bottom, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        smallMetrics.elidedText(index.data(HistoryModel::TimeTextRole).toString(), Qt::ElideRight, room));
    painter->restore();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int lines = QFontMetrics(ThemeService::monospaceFont()).height()
        + QFontMetrics(ThemeService::smallFont()).height();
    return {160, lines + spacing::hair + 2 * spacing::small};
}

} // namespace actionscope::ui
