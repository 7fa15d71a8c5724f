// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/textlines.h"
#include "ui/response/rowtext.h"

#include <QTextLayout>

namespace actionscope::ui {

class ThemeService;

struct RowStyle
{
    const ThemeService *theme = nullptr;
    QFont font;
    qreal characterWidth = 1;
    int lineHeight = 1; // pixels
    qreal wrapWidth = -1; // pixels; negative: rows are not wrapped
};

// One row shaped for the screen: its characters, colours and lines, and the way between bytes and pixels.
class RowLayout final
{
public:
    RowLayout(const models::TextRow &row, const RowStyle &style);

    [[nodiscard]] int height() const { return m_layout.lineCount() * m_lineHeight; }
    [[nodiscard]] const RowText &text() const { return m_text; }
    // Relative to the row's upper left corner. `column` counts bytes.
    [[nodiscard]] QPointF pointOf(qsizetype column) const; // the upper end of a caret there
    [[nodiscard]] qsizetype columnAt(const QPointF &point) const;
    // The areas that a range covers, one for each line.
    [[nodiscard]] QList<QRectF> areasOf(qsizetype from, qsizetype to) const;
    [[nodiscard]] qsizetype nextColumn(qsizetype column) const;
    [[nodiscard]] qsizetype previousColumn(qsizetype column) const;
    [[nodiscard]] qreal width() const; // of its last line

    void draw(QPainter &painter, const QPointF &corner, const QColor &color) const;

private:
    RowText m_text;
    QTextLayout m_layout;
    int m_lineHeight;
};

} // namespace actionscope::ui
