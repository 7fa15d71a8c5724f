// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/wordfit.h"

#include <QStringView>

#include <algorithm>
#include <array>

namespace actionscope::catalog {

// How many letters differ between what was typed and a word, letter by letter of the word. Words in order of the
// alphabet share their beginnings, and so the rows for them: go back to the shared depth and push the rest.
class MistakeRows final
{
public:
    explicit MistakeRows(QStringView typed)
        : m_typed(typed)
        , m_width(std::size_t(typed.size()) + 1)
        , m_allowed(allowedMistakes(typed.size()))
    {
        for (std::size_t i = 0; i < m_width; ++i)
            m_rows[0][i] = quint8(i);
        m_best[0] = quint8(typed.size());
    }

    [[nodiscard]] qsizetype depth() const { return m_depth; }
    void goBackTo(qsizetype depth) { m_depth = std::min(m_depth, depth); }

    void push(QChar letter)
    {
        const auto at = std::size_t(m_depth);
        const Row &above = m_rows[at];
        Row &row = m_rows[at + 1];
        m_letters[at] = letter;
        row[0] = quint8(at + 1);
        quint8 least = row[0];
        for (std::size_t i = 1; i < m_width; ++i) {
            const QChar typed = m_typed[qsizetype(i) - 1];
            int cost = std::min({above[i - 1] + (typed == letter ? 0 : 1), above[i] + 1, row[i - 1] + 1});
            if (at > 0 && i > 1 && typed == m_letters[at - 1] && m_typed[qsizetype(i) - 2] == letter)
                cost = std::min(cost, m_rows[at - 1][i - 2] + 1); // swapped
            row[i] = quint8(cost);
            least = std::min(least, row[i]);
        }
        m_least[at + 1] = least;
        m_best[at + 1] = m_typed.size() < shortestBeginning ? row[m_width - 1] : std::min(m_best[at], row[m_width - 1]);
        ++m_depth;
    }

    // Nothing that could follow brings the word within the allowed mistakes.
    [[nodiscard]] bool isHopeless() const { return m_depth > 0 && m_least[std::size_t(m_depth)] > m_allowed; }
    // Between all that was typed and all letters pushed.
    [[nodiscard]] int mistakes() const { return m_rows[std::size_t(m_depth)][m_width - 1]; }
    // The same for the beginning that fits best; of a few letters only the whole word is compared.
    [[nodiscard]] int mistakesAtBest() const { return m_best[std::size_t(m_depth)]; }
    [[nodiscard]] int allowed() const { return m_allowed; }

private:
    using Row = std::array<quint8, 26>;
    static constexpr qsizetype shortestBeginning = 5;

    QStringView m_typed;
    std::size_t m_width;
    int m_allowed;
    qsizetype m_depth = 0;
    std::array<Row, longestWord + 1> m_rows;
    std::array<quint8, longestWord + 1> m_least {};
    std::array<quint8, longestWord + 1> m_best {};
    std::array<QChar, longestWord + 1> m_letters {};
};

} // namespace actionscope::catalog
