// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/response/folds.h"
#include "ui/response/rowlayout.h"

#include <memory>

namespace actionscope::ui {

// A text as it lies on a screen: parts of it folded away, long rows wrapped. Knows the way between places in
// the text and lines of the screen; rows are shaped only when somebody asks for them.
class TextScreen final
{
public:
    // A row that is not folded away and, where rows are wrapped, a line in it.
    struct Line
    {
        qsizetype row = 0;
        int line = 0;

        auto operator<=>(const Line &) const = default;
    };

    void setText(std::shared_ptr<const models::TextLines> text);
    void setStyle(const RowStyle &style) { m_style = style; }

    [[nodiscard]] const models::TextLines *text() const { return m_text.get(); }
    [[nodiscard]] const std::shared_ptr<const models::TextLines> &sharedText() const { return m_text; }
    [[nodiscard]] const RowStyle &style() const { return m_style; }
    [[nodiscard]] Folds &folds() { return m_folds; }
    [[nodiscard]] const Folds &folds() const { return m_folds; }
    [[nodiscard]] bool isEmpty() const { return rowCount() == 0; }
    [[nodiscard]] qsizetype rowCount() const { return m_text ? m_text->rowCount() : 0; }
    [[nodiscard]] qsizetype visibleCount() const { return rowCount() - m_folds.hiddenCount(); }
    // The next row that is not folded away; rowCount() behind the last.
    [[nodiscard]] qsizetype rowAfter(qsizetype row) const;

    [[nodiscard]] RowLayout layout(qsizetype row) const { return RowLayout(m_text->row(row), m_style); }
    [[nodiscard]] Line lineOf(const models::TextPlace &place) const;
    [[nodiscard]] Line lastLine() const;
    // So many lines further down, or up; not beyond the text's ends.
    [[nodiscard]] Line moved(Line line, qsizetype lines) const;
    [[nodiscard]] qreal xOf(const models::TextPlace &place) const;
    [[nodiscard]] models::TextPlace placeIn(const Line &line, qreal x) const;
    // One character away, over line breaks too.
    [[nodiscard]] models::TextPlace after(const models::TextPlace &place) const;
    [[nodiscard]] models::TextPlace before(const models::TextPlace &place) const;
    // The ends of the word at a place.
    [[nodiscard]] std::pair<models::TextPlace, models::TextPlace> wordAt(
        const models::TextPlace &place) const;

private:
    [[nodiscard]] bool isWrapped() const { return m_style.wrapWidth > 0; }
    [[nodiscard]] int linesIn(qsizetype row) const;

    std::shared_ptr<const models::TextLines> m_text;
    RowStyle m_style;
    Folds m_folds;
};

} // namespace actionscope::ui
