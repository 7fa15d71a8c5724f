// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/textscreen.h"

#include <algorithm>

namespace actionscope::ui {

using models::TextPlace;

void TextScreen::setText(std::shared_ptr<const models::TextLines> text)
{
    m_text = std::move(text);
    m_folds.clear();
}

qsizetype TextScreen::rowAfter(qsizetype row) const
{
    const qsizetype next = m_folds.visibleOf(row) + 1;
    return next < visibleCount() ? m_folds.rowAt(next) : rowCount();
}

int TextScreen::linesIn(qsizetype row) const
{
    return isWrapped() ? layout(row).height() / m_style.lineHeight : 1;
}

TextScreen::Line TextScreen::lineOf(const TextPlace &place) const
{
    if (isEmpty())
        return {};
    const qsizetype row = m_folds.rowAt(m_folds.visibleOf(std::min(place.row, rowCount() - 1)));
    if (!isWrapped() || row != place.row)
        return {row, 0};
    return {row, int(layout(row).pointOf(place.column).y()) / m_style.lineHeight};
}

TextScreen::Line TextScreen::lastLine() const
{
    if (isEmpty())
        return {};
    const qsizetype row = m_folds.rowAt(visibleCount() - 1);
    return {row, linesIn(row) - 1};
}

TextScreen::Line TextScreen::moved(Line line, qsizetype lines) const
{
    if (isEmpty())
        return {};
    qsizetype visible = m_folds.visibleOf(line.row);
    if (!isWrapped())
        return {m_folds.rowAt(std::clamp<qsizetype>(visible + lines, 0, visibleCount() - 1)), 0};
    qsizetype target = line.line + lines;
    while (target < 0 && visible > 0)
        target += linesIn(m_folds.rowAt(--visible));
    if (target < 0)
        return {m_folds.rowAt(0), 0};
    for (;;) {
        const qsizetype row = m_folds.rowAt(visible);
        const int count = linesIn(row);
        if (target < count)
            return {row, int(target)};
        if (visible + 1 >= visibleCount())
            return {row, count - 1};
        target -= count;
        ++visible;
    }
}

qreal TextScreen::xOf(const TextPlace &place) const
{
    return isEmpty() ? 0 : layout(place.row).pointOf(place.column).x();
}

TextPlace TextScreen::placeIn(const Line &line, qreal x) const
{
    if (isEmpty())
        return {};
    return {line.row, layout(line.row).columnAt({x, qreal(line.line) * m_style.lineHeight})};
}

TextPlace TextScreen::after(const TextPlace &place) const
{
    const RowLayout row = layout(place.row);
    const qsizetype column = row.nextColumn(place.column);
    if (column > place.column)
        return {place.row, column};
    const qsizetype next = rowAfter(place.row);
    return next < rowCount() ? TextPlace {next, 0} : place;
}

TextPlace TextScreen::before(const TextPlace &place) const
{
    if (place.column > 0)
        return {place.row, layout(place.row).previousColumn(place.column)};
    const qsizetype visible = m_folds.visibleOf(place.row);
    if (visible == 0)
        return place;
    const qsizetype above = m_folds.rowAt(visible - 1);
    return {above, m_text->row(above).bytes.size()};
}

std::pair<TextPlace, TextPlace> TextScreen::wordAt(const TextPlace &place) const
{
    const RowText text = rowText(m_text->row(place.row).bytes);
    const auto isWord = [&text](int at) {
        return text.text[at].isLetterOrNumber() || text.text[at] == QLatin1Char('_')
            || text.text[at].isSurrogate();
    };
    int from = text.positionOf(place.column);
    int to = from;
    while (from > 0 && isWord(from - 1))
        --from;
    while (to < text.text.size() && isWord(to))
        ++to;
    return {{place.row, text.offsetOf(from)}, {place.row, text.offsetOf(to)}};
}

} // namespace actionscope::ui
