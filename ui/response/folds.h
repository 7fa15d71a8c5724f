// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <map>
#include <vector>

namespace actionscope::ui {

// Which rows of a text are folded away, and how the rest counts. Folds may lie in each other.
class Folds final
{
public:
    // Hides the rows after `row` up to and with `last`.
    void fold(qsizetype row, qsizetype last);
    void unfold(qsizetype row);
    // Unfolds whatever hides a row.
    void uncover(qsizetype row);
    void clear();

    [[nodiscard]] bool isEmpty() const { return m_folds.empty(); }
    [[nodiscard]] bool isFolded(qsizetype row) const { return m_folds.contains(row); }
    // Rows that the fold at `row` hides.
    [[nodiscard]] qsizetype hiddenBy(qsizetype row) const;
    [[nodiscard]] qsizetype hiddenCount() const
    {
        return m_hidden.empty() ? 0 : m_hidden.back().before + m_hidden.back().count();
    }

    // Between rows of the text and rows that are left; a hidden row counts as the one it is folded into.
    [[nodiscard]] qsizetype visibleOf(qsizetype row) const;
    [[nodiscard]] qsizetype rowAt(qsizetype visible) const;

private:
    struct Hidden
    {
        qsizetype first;
        qsizetype last;
        qsizetype before; // rows hidden above

        [[nodiscard]] qsizetype count() const { return last - first + 1; }
    };
    void gather();

    std::map<qsizetype, qsizetype> m_folds; // row that stays → last row that goes
    std::vector<Hidden> m_hidden; // the outermost
};

} // namespace actionscope::ui
