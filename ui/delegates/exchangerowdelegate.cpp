// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/exchangerowdelegate.h"

#include "ui/delegates/verdictappearance.h"
#include "ui/services/iconset.h"

#include <QApplication>
#include <QPainter>

namespace actionscope::ui {

namespace {

constexpr int iconSide = 16;

} // namespace

ExchangeRowDelegate::ExchangeRowDelegate(const ThemeService &theme, const Roles &roles, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_roles(roles)
{
    for (std::size_t i = 0; i < m_icons.size(); ++i) {
        const VerdictAppearance appearance = appearanceOf(api::Verdict(i));
        m_icons[i] = themedIcon(theme, appearance.icon, int(appearance.color));
    }
}

void ExchangeRowDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    QRect area = option.rect.adjusted(spacing::medium, spacing::small, -spacing::medium, -spacing::small);
    const int titleHeight = QFontMetrics(ThemeService::monospaceFont()).height();
    const int detailHeight = QFontMetrics(ThemeService::smallFont()).height();
    const QRect icon(area.left(), area.top() + (titleHeight - iconSide) / 2, iconSide, iconSide);
    const auto verdict = std::size_t(index.data(m_roles.verdict).toInt());
    m_icons[std::min(verdict, m_icons.size() - 1)].paint(painter, icon);
    area.adjust(iconSide + spacing::small, 0, 0, 0);
    painter->save();
    paintTitle(painter, QRect(area.left(), area.top(), area.width(), titleHeight), index);
    paintDetail(painter, QRect(area.left(), area.bottom() - detailHeight + 1, area.width(), detailHeight), index);
    painter->restore();
}

void ExchangeRowDelegate::paintTitle(QPainter *painter, const QRect &line, const QModelIndex &index) const
{
    const QFont font = ThemeService::monospaceFont();
    painter->setFont(font);
    painter->setPen(m_theme.color(ColorRole::Text));
    const QString title = index.data(m_roles.title).toString();
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(title, Qt::ElideMiddle, line.width()));
}

// A warning is what the row is looked at for: it gives way last.
void ExchangeRowDelegate::paintDetail(QPainter *painter, const QRect &line, const QModelIndex &index) const
{
    const QFont font = ThemeService::smallFont();
    const QFontMetrics metrics(font);
    painter->setFont(font);
    const auto draw = [&](const QRect &room, Qt::Alignment side, const QString &text, ColorRole role) {
        painter->setPen(m_theme.color(role));
        painter->drawText(room, int(side) | Qt::AlignVCenter | Qt::TextSingleLine,
            metrics.elidedText(text, Qt::ElideRight, room.width()));
    };
    const QString duration = index.data(m_roles.duration).toString();
    draw(line, Qt::AlignRight, duration, ColorRole::Muted);
    QRect room = line.adjusted(0, 0, -metrics.horizontalAdvance(duration) - spacing::small, 0);
    const QString warning = m_roles.warning ? index.data(*m_roles.warning).toString() : QString();
    if (!warning.isEmpty()) {
        const int width = std::min(metrics.horizontalAdvance(warning), room.width() / 2);
        draw(room.adjusted(room.width() - width, 0, 0, 0), Qt::AlignRight, warning, ColorRole::Warn);
        room.adjust(0, 0, -width - spacing::small, 0);
    }
    draw(room, Qt::AlignLeft, index.data(m_roles.detail).toString(), ColorRole::Muted);
}

QSize ExchangeRowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int lines = QFontMetrics(ThemeService::monospaceFont()).height()
        + QFontMetrics(ThemeService::smallFont()).height();
    return {160, lines + spacing::hair + 2 * spacing::small};
}

} // namespace actionscope::ui
