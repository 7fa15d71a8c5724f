// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/completiondelegate.h"

#include "ui/services/theme.h"

#include <QPainter>

namespace actionscope::ui {

CompletionDelegate::CompletionDelegate(const ThemeService &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void CompletionDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, m_theme.color(isCurrent ? ColorRole::Selection : ColorRole::Raised));
    QRect room = option.rect.adjusted(spacing::small, 0, -spacing::small, 0);
    const auto draw = [&](const QString &text, const QFont &font, ColorRole role, Qt::Alignment side) {
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(text, Qt::ElideRight, room.width());
        painter->setFont(font);
        painter->setPen(m_theme.color(role));
        painter->drawText(room, int(side | Qt::AlignVCenter), shown);
        const int used = metrics.horizontalAdvance(shown) + spacing::medium;
        side == Qt::AlignLeft ? room.setLeft(room.left() + used) : room.setRight(room.right() - used);
    };
    draw(index.data().toString(), ThemeService::monospaceFont(), ColorRole::Text, Qt::AlignLeft);
    draw(index.data(TypeRole).toString(), ThemeService::smallFont(), ColorRole::Muted, Qt::AlignRight);
    draw(index.data(TitleRole).toString(), ThemeService::smallFont(), ColorRole::Muted, Qt::AlignLeft);
    painter->restore();
}

QSize CompletionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFontMetrics code(ThemeService::monospaceFont());
    const QFontMetrics small(ThemeService::smallFont());
    const int width = code.horizontalAdvance(index.data().toString())
        + small.horizontalAdvance(index.data(TypeRole).toString())
        + small.horizontalAdvance(index.data(TitleRole).toString()) + 2 * spacing::small + 2 * spacing::medium;
    return {width, code.height() + spacing::small};
}

} // namespace actionscope::ui
