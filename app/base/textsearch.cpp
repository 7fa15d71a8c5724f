// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/textsearch.h"

#include "app/base/tr.h"

#include <QElapsedTimer>

#include <algorithm>

namespace actionscope {

namespace {

constexpr qint64 slow = 30; // milliseconds for a block
constexpr qint64 tooSlow = 5000;
constexpr std::size_t batch = 256; // matches between two looks at the clock

} // namespace

TextSearch::TextSearch(const QByteArray &text, const TextPattern &pattern, SearchWatch *watch)
    : m_text(text)
    , m_pattern(pattern)
{
    qsizetype from = 0;
    qint64 before = 0;
    const std::size_t blocks = std::size_t((text.size() + blockSize - 1) / blockSize);
    m_blocks.reserve(blocks);
    std::vector<Match> matches; // of one block; made once, since memory for many is dear
    for (std::size_t block = 0; block < blocks && !m_trouble; ++block) {
        const qsizetype begin = qsizetype(block) * blockSize;
        from = std::max(from, begin);
        m_blocks.push_back({before, 0, qint32(from - begin)});
        from = searchBlock(block, from, matches);
        before += m_blocks.back().count;
        if (!watch)
            continue;
        watch->position = std::min(begin + blockSize, text.size());
        watch->count = before;
        if (watch->isCancelled)
            return;
    }
}

// Returns where its last match ends.
qsizetype TextSearch::searchBlock(std::size_t block, qsizetype from, std::vector<Match> &matches)
{
    QElapsedTimer clock;
    clock.start();
    matches.clear();
    while (!m_trouble) {
        const std::size_t before = matches.size();
        const Result<void> searched = addMatches(block, from, batch, matches);
        if (!searched)
            m_trouble = searched.error();
        if (matches.size() > before)
            from = matches.back().end;
        if (matches.size() < before + batch)
            break;
        if (clock.elapsed() > tooSlow)
            m_trouble = Error {ErrorCode::InvalidInput, Tr::tr("The expression takes too long.")};
    }
    m_blocks[block].count = qint32(matches.size());
    if (clock.elapsed() > slow)
        m_slow[block] = matches;
    return from;
}

// A match belongs to the block that it begins in.
Result<void> TextSearch::addMatches(
    std::size_t block, qsizetype from, std::size_t most, std::vector<Match> &matches) const
{
    const qsizetype blockEnd = qsizetype(block + 1) * blockSize;
    if (from >= std::min(blockEnd, m_text.size()))
        return {};
    qsizetype end = std::min(blockEnd + m_pattern.reach(), m_text.size());
    while (
        end < m_text.size() && end > blockEnd && (static_cast<unsigned char>(m_text[end]) & 0xC0U) == 0x80U)
        --end; // not within a character
    const Result<void> searched = m_pattern.findMany(m_text, from, end, most, matches);
    while (!matches.empty() && matches.back().begin >= blockEnd)
        matches.pop_back();
    return searched;
}

const std::vector<TextSearch::Match> &TextSearch::matchesOf(std::size_t block) const
{
    if (m_matchesOf == block)
        return m_matches;
    m_matchesOf = block;
    if (const auto known = m_slow.find(block); known != m_slow.end()) {
        m_matches = known->second;
        return m_matches;
    }
    m_matches.clear();
    const qsizetype from = qsizetype(block) * blockSize + m_blocks[block].from;
    // What went wrong further on was said when the text was searched.
    (void)addMatches(block, from, std::size_t(m_blocks[block].count), m_matches);
    return m_matches;
}

TextSearch::Hit TextSearch::hit(std::size_t block, std::size_t position) const
{
    return {m_matches[position], m_blocks[block].before + qint64(position) + 1};
}

std::optional<TextSearch::Hit> TextSearch::next(qsizetype offset) const
{
    if (count() == 0)
        return {};
    for (std::size_t block = std::size_t(std::max<qsizetype>(offset, 0) / blockSize); block < m_blocks.size();
         ++block) {
        if (m_blocks[block].count == 0)
            continue;
        const std::vector<Match> &matches = matchesOf(block);
        const auto found = std::lower_bound(matches.begin(), matches.end(), offset,
            [](const Match &each, qsizetype at) { return each.begin < at; });
        if (found != matches.end())
            return hit(block, std::size_t(found - matches.begin()));
    }
    return next(0);
}

std::optional<TextSearch::Hit> TextSearch::previous(qsizetype offset) const
{
    if (count() == 0)
        return {};
    const auto last = std::min(std::size_t(std::max<qsizetype>(offset, 0) / blockSize), m_blocks.size() - 1);
    for (std::size_t block = last + 1; block-- > 0;) {
        if (m_blocks[block].count == 0)
            continue;
        const std::vector<Match> &matches = matchesOf(block);
        const auto behind = std::lower_bound(matches.begin(), matches.end(), offset,
            [](const Match &each, qsizetype at) { return each.begin < at; });
        if (behind != matches.begin())
            return hit(block, std::size_t(behind - matches.begin()) - 1);
    }
    return previous(m_text.size() + 1);
}

std::vector<TextSearch::Match> TextSearch::in(qsizetype begin, qsizetype end) const
{
    std::vector<Match> found;
    // A match that begins further up may reach into it.
    const qsizetype first = std::max<qsizetype>(0, begin - m_pattern.reach()) / blockSize;
    for (auto block = std::size_t(first); block < m_blocks.size() && qsizetype(block) * blockSize < end;
         ++block) {
        if (m_blocks[block].count == 0)
            continue;
        const std::vector<Match> &matches = matchesOf(block);
        auto at = std::partition_point(
            matches.begin(), matches.end(), [begin](const Match &each) { return each.end <= begin; });
        for (; at != matches.end() && at->begin < end; ++at)
            found.push_back(*at);
    }
    return found;
}

} // namespace actionscope
