// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/response/textscreen.h"
#include "ui/services/theme.h"

#include <QList>

#include <functional>

namespace actionscope::ui {

// Finds the stretches to highlight, as begin and end, in a stretch of the body that is on the screen.
using MarkFinder = std::function<QList<std::pair<qsizetype, qsizetype>>(qsizetype begin, qsizetype end)>;

// Draws one row of a screen, layer by layer.
class RowPainter final
{
public:
    static constexpr int foldSignWidth = spacing::medium;

    struct Geometry // pixels
    {
        int gutter = 0; // width of line number and fold sign
        int left = 0; // of the text, scrolled
        int top = 0;
        int width = 0; // of the screen
    };

    RowPainter(const TextScreen &screen, qsizetype row, const Geometry &geometry);

    [[nodiscard]] int height() const { return m_layout.height(); }
    void drawGutter(QPainter &painter) const;
    void drawSelection(QPainter &painter, const models::TextPlace &from, const models::TextPlace &to) const;
    void drawMarks(QPainter &painter, const MarkFinder &marks) const;
    void drawText(QPainter &painter) const;
    void drawCaret(QPainter &painter, const models::TextPlace &caret) const;

private:
    void fill(QPainter &painter, const QList<QRectF> &areas, ColorRole role) const;
    [[nodiscard]] QColor color(ColorRole role) const;

    const TextScreen &m_screen;
    qsizetype m_row;
    Geometry m_geometry;
    models::TextRow m_shown;
    RowLayout m_layout;
    int m_lineHeight;
};

} // namespace actionscope::ui
