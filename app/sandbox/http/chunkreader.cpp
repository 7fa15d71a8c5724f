// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/http/chunkreader.h"

#include <algorithm>

namespace actionscope::sandbox {

namespace {

constexpr qsizetype longestLine = 4096;
constexpr qsizetype mostTrailerBytes = 64 * 1024;
constexpr qsizetype mostDigits = 15; // stays far from the end of 64 bits

} // namespace

bool ChunkReader::takeLine(QByteArrayView *bytes)
{
    const qsizetype end = bytes->indexOf('\n');
    const QByteArrayView part = bytes->first(std::min(end < 0 ? bytes->size() : end + 1, longestLine + 1));
    m_line += part;
    *bytes = bytes->sliced(part.size());
    return m_line.endsWith('\n');
}

// Digits, perhaps an extension behind a semicolon.
bool ChunkReader::readSize()
{
    const qsizetype semicolon = m_line.indexOf(';');
    const QByteArray digits = semicolon < 0 ? m_line.chopped(2) : m_line.first(semicolon).trimmed();
    const bool isHex = !digits.isEmpty() && digits.size() <= mostDigits
        && std::all_of(digits.begin(), digits.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           });
    m_left = isHex ? digits.toLongLong(nullptr, 16) : 0;
    return isHex;
}

ChunkReader::Step ChunkReader::take(QByteArrayView *bytes, QByteArray *body)
{
    while (!bytes->isEmpty()) {
        if (m_state == State::Data) {
            const QByteArrayView part = bytes->first(std::min<qint64>(bytes->size(), m_left));
            body->append(part);
            *bytes = bytes->sliced(part.size());
            m_left -= part.size();
            if (m_left == 0)
                m_state = State::DataEnd;
            continue;
        }
        const bool isWhole = takeLine(bytes);
        if (m_line.size() > longestLine || (isWhole && !m_line.endsWith("\r\n")))
            return Step::Malformed;
        if (!isWhole)
            continue;
        switch (m_state) {
        case State::Size:
            if (!readSize())
                return Step::Malformed;
            m_state = m_left > 0 ? State::Data : State::Trailer;
            break;
        case State::DataEnd:
            if (m_line.size() != 2)
                return Step::Malformed;
            m_state = State::Size;
            break;
        case State::Trailer: // read over: nothing here asks for what stands behind a body
            if (m_line.size() == 2)
                return Step::Whole;
            m_trailerBytes += m_line.size();
            if (m_trailerBytes > mostTrailerBytes)
                return Step::Malformed;
            break;
        case State::Data:
            break;
        }
        m_line.clear();
    }
    return Step::NeedsMore;
}

} // namespace actionscope::sandbox
