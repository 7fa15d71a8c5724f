// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/rowpainter.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

namespace actionscope::ui {

using models::TextPlace;
using models::TextRow;

RowPainter::RowPainter(const TextScreen &screen, qsizetype row, const Geometry &geometry)
    : m_screen(screen)
    , m_row(row)
    , m_geometry(geometry)
    , m_shown(screen.text()->row(row))
    , m_layout(m_shown, screen.style())
    , m_lineHeight(screen.style().lineHeight)
{
}

QColor RowPainter::color(ColorRole role) const { return m_screen.style().theme->color(role); }

void RowPainter::fill(QPainter &painter, const QList<QRectF> &areas, ColorRole role) const
{
    for (const QRectF &area : areas)
        painter.fillRect(area.translated(m_geometry.left, m_geometry.top), color(role));
}

void RowPainter::drawGutter(QPainter &painter) const
{
    painter.setPen(color(ColorRole::Muted));
    if (!m_shown.isContinuation && m_geometry.gutter > foldSignWidth) {
        const QRect room(0, m_geometry.top, m_geometry.gutter - foldSignWidth, m_lineHeight);
        painter.drawText(
            room, Qt::AlignRight | Qt::AlignVCenter, QString::number(m_screen.text()->lineNumber(m_row)));
    }
    if (!m_shown.opens)
        return;
    static const QPolygonF down {QList<QPointF> {{-3.5, -1.5}, {0, 2.5}, {3.5, -1.5}}};
    static const QPolygonF right {QList<QPointF> {{-1.5, -3.5}, {2.5, 0}, {-1.5, 3.5}}};
    const QPointF center(m_geometry.gutter - foldSignWidth / 2.0 + 1, m_geometry.top + m_lineHeight / 2.0);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(ColorRole::Muted), 1.4));
    painter.drawPolyline((m_screen.folds().isFolded(m_row) ? right : down).translated(center));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void RowPainter::drawSelection(QPainter &painter, const TextPlace &from, const TextPlace &to) const
{
    if (m_row < from.row || m_row > to.row || from == to)
        return;
    const qsizetype size = m_layout.text().offsets.back();
    QList<QRectF> areas
        = m_layout.areasOf(m_row == from.row ? from.column : 0, m_row == to.row ? to.column : size);
    if (m_row < to.row) // the line break is selected too
        areas.append({m_layout.pointOf(size), QSizeF(m_screen.style().characterWidth, m_lineHeight)});
    fill(painter, areas, ColorRole::Selection);
}

void RowPainter::drawMarks(QPainter &painter, const MarkFinder &marks) const
{
    if (m_shown.parts.empty())
        return;
    const TextRow::Part &last = m_shown.parts.back();
    const auto found = marks(m_shown.parts.front().offset, last.offset + last.length);
    for (const auto &[begin, end] : found) {
        if (begin < end)
            fill(painter, m_layout.areasOf(m_shown.columnOf(begin), m_shown.columnOf(end - 1) + 1),
                ColorRole::WarnGround);
    }
}

void RowPainter::drawText(QPainter &painter) const
{
    const QPointF corner(m_geometry.left, m_geometry.top);
    m_layout.draw(painter, corner, color(ColorRole::Text));
    const qsizetype hidden = m_screen.folds().hiddenBy(m_row);
    if (hidden == 0)
        return;
    const QRectF room(corner.x() + m_layout.width() + spacing::small, corner.y() + height() - m_lineHeight,
        m_geometry.width, m_lineHeight);
    painter.setPen(color(ColorRole::Muted));
    painter.drawText(room, Qt::AlignVCenter,
        QCoreApplication::translate("actionscope::ui::RowPainter", "… %1 more rows")
            .arg(QLocale().toString(hidden)));
}

void RowPainter::drawCaret(QPainter &painter, const TextPlace &caret) const
{
    if (caret.row != m_row)
        return;
    const QPointF point = m_layout.pointOf(caret.column) + QPointF(m_geometry.left, m_geometry.top);
    painter.fillRect(QRectF(point.x(), point.y() + 1, 1, m_lineHeight - 2), color(ColorRole::Text));
}

} // namespace actionscope::ui
