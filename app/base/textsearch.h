// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/textpattern.h"

#include <atomic>
#include <map>
#include <optional>
#include <vector>

namespace actionscope {

// Shared with the thread that searches: how far it is, what it found, and the wish to stop.
struct SearchWatch
{
    std::atomic<qsizetype> position = 0; // bytes
    std::atomic<qint64> count = 0;
    std::atomic_bool isCancelled = false;
};

// Every place of a pattern in a text, however many there are: only their number in each block is kept, the
// places in a block are found again when somebody looks there.
class TextSearch final
{
public:
    static constexpr qsizetype blockSize = qsizetype(1) << 18; // bytes

    using Match = TextPattern::Match;
    struct Hit
    {
        Match match;
        qint64 number = 0; // from 1
    };

    TextSearch() = default;
    // Goes through the text once; a matter for a worker thread.
    TextSearch(const QByteArray &text, const TextPattern &pattern, SearchWatch *watch = nullptr);

    [[nodiscard]] qint64 count() const
    {
        return m_blocks.empty() ? 0 : m_blocks.back().before + m_blocks.back().count;
    }
    // Why not all of the text was searched; nothing when all was.
    [[nodiscard]] const std::optional<Error> &trouble() const { return m_trouble; }

    // The first match at `offset` or behind it, else the first of all.
    [[nodiscard]] std::optional<Hit> next(qsizetype offset) const;
    // The last match that begins before `offset`, else the last of all.
    [[nodiscard]] std::optional<Hit> previous(qsizetype offset) const;
    // Those that touch a stretch of the text.
    [[nodiscard]] std::vector<Match> in(qsizetype begin, qsizetype end) const;

private:
    struct Block
    {
        qint64 before = 0; // matches in the blocks above
        qint32 count = 0;
        qint32 from = 0; // where a match of the block above ends, bytes from the block's beginning
    };

    [[nodiscard]] const std::vector<Match> &matchesOf(std::size_t block) const;
    qsizetype searchBlock(std::size_t block, qsizetype from, std::vector<Match> &matches);
    [[nodiscard]] Result<void> addMatches(
        std::size_t block, qsizetype from, std::size_t most, std::vector<Match> &matches) const;
    [[nodiscard]] Hit hit(std::size_t block, std::size_t position) const;

    QByteArray m_text;
    TextPattern m_pattern;
    std::vector<Block> m_blocks;
    std::map<std::size_t, std::vector<Match>> m_slow; // of blocks that nobody should wait for twice
    std::optional<Error> m_trouble;
    // The block looked at last: drawing and going on ask for it again and again.
    mutable std::vector<Match> m_matches;
    mutable std::optional<std::size_t> m_matchesOf;
};

} // namespace actionscope
