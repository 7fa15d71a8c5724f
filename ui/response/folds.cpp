// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/folds.h"

#include <algorithm>

namespace actionscope::ui {

void Folds::fold(qsizetype row, qsizetype last)
{
    if (last <= row)
        return;
    m_folds[row] = last;
    gather();
}

void Folds::unfold(qsizetype row)
{
    if (m_folds.erase(row) > 0)
        gather();
}

void Folds::uncover(qsizetype row)
{
    if (std::erase_if(m_folds, [row](const auto &fold) { return fold.first < row && row <= fold.second; })
        > 0)
        gather();
}

void Folds::clear()
{
    m_folds.clear();
    m_hidden.clear();
}

void Folds::gather()
{
    m_hidden.clear();
    for (const auto &[row, last] : m_folds) {
        if (!m_hidden.empty() && row <= m_hidden.back().last)
            continue; // inside another
        m_hidden.push_back({row + 1, last, hiddenCount()});
    }
}

qsizetype Folds::hiddenBy(qsizetype row) const
{
    const auto found = m_folds.find(row);
    return found == m_folds.end() ? 0 : found->second - row;
}

qsizetype Folds::visibleOf(qsizetype row) const
{
    const auto after = std::upper_bound(m_hidden.begin(), m_hidden.end(), row,
        [](qsizetype wanted, const Hidden &each) { return wanted < each.first; });
    if (after == m_hidden.begin())
        return row;
    const Hidden &above = *std::prev(after);
    return row <= above.last ? above.first - 1 - above.before : row - above.before - above.count();
}

qsizetype Folds::rowAt(qsizetype visible) const
{
    // The first visible row below a hidden range is its `first` less what was hidden above.
    const auto after = std::upper_bound(m_hidden.begin(), m_hidden.end(), visible,
        [](qsizetype wanted, const Hidden &each) { return wanted < each.first - each.before; });
    if (after == m_hidden.begin())
        return visible;
    const Hidden &above = *std::prev(after);
    return visible + above.before + above.count();
}

} // namespace actionscope::ui
