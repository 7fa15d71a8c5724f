// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/bytefinder.h"

#if defined(__SSE2__)
#include <bit>
#include <emmintrin.h>
#endif

namespace actionscope {

ByteFinder::ByteFinder(const QByteArray &needle, Qt::CaseSensitivity sensitivity)
    : m_needle(sensitivity == Qt::CaseSensitive ? needle : needle.toLower())
    , m_caseBits(needle.size(), '\0')
{
    if (sensitivity == Qt::CaseSensitive)
        return;
    for (qsizetype i = 0; i < m_needle.size(); ++i) {
        if (m_needle[i] >= 'a' && m_needle[i] <= 'z')
            m_caseBits[i] = 0x20;
    }
}

bool ByteFinder::isAt(const char *text) const
{
    const char *const needle = m_needle.constData();
    const char *const bits = m_caseBits.constData();
    for (qsizetype i = 0; i < m_needle.size(); ++i) {
        if (char(text[i] | bits[i]) != needle[i])
            return false;
    }
    return true;
}

template <typename Found> void ByteFinder::scan(QByteArrayView text, Found found) const
{
    if (m_needle.isEmpty() || m_needle.size() > text.size())
        return;
    const char *const begin = text.data();
    const char *const end = begin + (text.size() - m_needle.size()) + 1; // one past the last place to begin at
    const char *at = begin;
#if defined(__SSE2__)
    // Its first and its last byte have to be there; only then the rest is looked at.
    const qsizetype apart = m_needle.size() - 1;
    const __m128i first = _mm_set1_epi8(m_needle.front());
    const __m128i last = _mm_set1_epi8(m_needle.back());
    const __m128i firstBit = _mm_set1_epi8(m_caseBits.front());
    const __m128i lastBit = _mm_set1_epi8(m_caseBits.back());
    for (; end - at >= 16; at += 16) {
        const __m128i begins = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const __m128i ends = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at + apart));
        const __m128i both = _mm_and_si128(_mm_cmpeq_epi8(_mm_or_si128(begins, firstBit), first),
            _mm_cmpeq_epi8(_mm_or_si128(ends, lastBit), last));
        for (auto mask = unsigned(_mm_movemask_epi8(both)); mask != 0; mask &= mask - 1) {
            const char *place = at + std::countr_zero(mask);
            if (isAt(place) && !found(place - begin))
                return;
        }
    }
#endif
    for (; at < end; ++at) {
        if (isAt(at) && !found(at - begin))
            return;
    }
}

qsizetype ByteFinder::indexIn(QByteArrayView text) const
{
    qsizetype index = -1;
    scan(text, [&](qsizetype place) {
        index = place;
        return false;
    });
    return index;
}

std::vector<qsizetype> ByteFinder::indexesIn(QByteArrayView text, std::size_t most) const
{
    std::vector<qsizetype> indexes;
    qsizetype from = 0;
    scan(text, [&](qsizetype place) {
        if (place >= from) {
            indexes.push_back(place);
            from = place + m_needle.size();
        }
        return indexes.size() < most;
    });
    return indexes;
}

} // namespace actionscope
