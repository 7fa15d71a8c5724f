// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/rowlayout.h"

#include "ui/services/theme.h"

#include <QPainter>

namespace actionscope::ui {

using models::TextRow;

namespace {

constexpr int tabColumns = 4;
constexpr qreal unlimited = 1e7; // pixels

ColorRole roleOf(TextSpan::Kind kind)
{
    switch (kind) {
    case TextSpan::Kind::Key:
        return ColorRole::JsonKey;
    case TextSpan::Kind::String:
        return ColorRole::JsonString;
    case TextSpan::Kind::Number:
        return ColorRole::JsonNumber;
    case TextSpan::Kind::Word:
        return ColorRole::JsonWord;
    }
    return ColorRole::Text;
}

QList<TextSpan> spansOf(const TextRow &row, const QString &text)
{
    switch (row.language) {
    case TextRow::Language::Json:
        return jsonSpans(text, row.beginsInString);
    case TextRow::Language::Markup:
        return markupSpans(text);
    case TextRow::Language::None:
        break;
    }
    return {};
}

} // namespace

RowLayout::RowLayout(const TextRow &row, const RowStyle &style)
    : m_text(rowText(row.bytes))
    , m_layout(m_text.text, style.font)
    , m_lineHeight(style.lineHeight)
{
    QTextOption option;
    option.setTabStopDistance(tabColumns * style.characterWidth);
    option.setWrapMode(style.wrapWidth > 0 ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    // Code reads from the left whatever a string inside it is written in.
    option.setTextDirection(Qt::LeftToRight);
    m_layout.setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    const QList<TextSpan> spans = spansOf(row, m_text.text);
    for (const TextSpan &span : spans) {
        QTextLayout::FormatRange range {int(span.start), int(span.length), {}};
        range.format.setForeground(style.theme->color(roleOf(span.kind)));
        formats.append(range);
    }
    m_layout.setFormats(formats);
    m_layout.beginLayout();
    int top = 0;
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(style.wrapWidth > 0 ? style.wrapWidth : unlimited); // it has no height before
        line.setPosition({0, top + (m_lineHeight - line.height()) / 2});
        top += m_lineHeight;
    }
    m_layout.endLayout();
}

QPointF RowLayout::pointOf(qsizetype column) const
{
    const int position = m_text.positionOf(column);
    const QTextLine line = m_layout.lineForTextPosition(position);
    return line.isValid() ? QPointF(line.cursorToX(position), line.lineNumber() * m_lineHeight) : QPointF();
}

qsizetype RowLayout::columnAt(const QPointF &point) const
{
    const int number = std::clamp(int(point.y()) / m_lineHeight, 0, m_layout.lineCount() - 1);
    return m_text.offsetOf(m_layout.lineAt(number).xToCursor(point.x()));
}

QList<QRectF> RowLayout::areasOf(qsizetype from, qsizetype to) const
{
    QList<QRectF> areas;
    const int first = m_text.positionOf(from);
    const int last = m_text.positionOf(to);
    for (int number = 0; number < m_layout.lineCount(); ++number) {
        const QTextLine line = m_layout.lineAt(number);
        const int begin = std::max(first, line.textStart());
        const int end = std::min(last, line.textStart() + line.textLength());
        if (begin >= end)
            continue;
        const qreal left = line.cursorToX(begin);
        areas.append({left, qreal(number * m_lineHeight), line.cursorToX(end) - left, qreal(m_lineHeight)});
    }
    return areas;
}

qsizetype RowLayout::nextColumn(qsizetype column) const
{
    return m_text.offsetOf(m_layout.nextCursorPosition(m_text.positionOf(column)));
}

qsizetype RowLayout::previousColumn(qsizetype column) const
{
    return m_text.offsetOf(m_layout.previousCursorPosition(m_text.positionOf(column)));
}

qreal RowLayout::width() const { return m_layout.lineAt(m_layout.lineCount() - 1).naturalTextWidth(); }

void RowLayout::draw(QPainter &painter, const QPointF &corner, const QColor &color) const
{
    painter.setPen(color);
    m_layout.draw(&painter, corner);
}

} // namespace actionscope::ui
