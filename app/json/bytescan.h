// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#if defined(__SSE2__)
#include <bit>
#include <emmintrin.h>
#endif

namespace actionscope::json {

// Loops over bytes that decide the speed of reading, sixteen at a time where the processor can.

// The first byte in [at, end) that is a quote, a backslash, a control character or not ASCII; `end` if none is.
inline const char *endOfPlainText(const char *at, const char *end)
{
#if defined(__SSE2__)
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i backslash = _mm_set1_epi8('\\');
    const __m128i space = _mm_set1_epi8(' ');
    for (; end - at >= 16; at += 16) {
        const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        // The comparison is signed: bytes from 0x80 on are less than a space, too.
        const __m128i found = _mm_or_si128(_mm_cmplt_epi8(text, space),
            _mm_or_si128(_mm_cmpeq_epi8(text, quote), _mm_cmpeq_epi8(text, backslash)));
        if (const int mask = _mm_movemask_epi8(found))
            return at + std::countr_zero(unsigned(mask));
    }
#endif
    while (at < end && *at != '"' && *at != '\\' && static_cast<unsigned char>(*at) - 0x20U < 0x60U)
        ++at;
    return at;
}

// The first byte in [at, end) that is not white space of JSON.
inline const char *endOfSpace(const char *at, const char *end)
{
#if defined(__SSE2__)
    for (; end - at >= 16; at += 16) {
        const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const __m128i blank
            = _mm_or_si128(_mm_cmpeq_epi8(text, _mm_set1_epi8(' ')), _mm_cmpeq_epi8(text, _mm_set1_epi8('\n')));
        const __m128i other
            = _mm_or_si128(_mm_cmpeq_epi8(text, _mm_set1_epi8('\r')), _mm_cmpeq_epi8(text, _mm_set1_epi8('\t')));
        const auto mask = ~unsigned(_mm_movemask_epi8(_mm_or_si128(blank, other))) & 0xFFFFU;
        if (mask != 0)
            return at + std::countr_zero(mask);
    }
#endif
    while (at < end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
        ++at;
    return at;
}

// Bytes of the well-formed character of UTF-8 that begins at `at` and is not ASCII; 0 where there is none.
inline qsizetype multibyteLength(const char *at, const char *end)
{
    const auto byte = [&](int i) { return at + i < end ? static_cast<unsigned char>(at[i]) : 0U; };
    const auto follows = [&](int i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    if (first >= 0xC2 && first < 0xE0)
        return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first < 0xF0) {
        const bool inRange = first == 0xE0 ? byte(1) >= 0xA0 : first != 0xED || byte(1) < 0xA0;
        return inRange && follows(1) && follows(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first < 0xF5) {
        const bool inRange = first == 0xF0 ? byte(1) >= 0x90 : first != 0xF4 || byte(1) < 0x90;
        return inRange && follows(1) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

} // namespace actionscope::json
