// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/executor/beginning.h"

#include <algorithm>

namespace actionscope::executor {

namespace {

constexpr qint64 second = 1'000'000; // microseconds

} // namespace

std::optional<QByteArray> Beginning::of(const QByteArray &body, qint64 firstByte, qint64 now)
{
    const qsizetype size = std::min(body.size(), largest);
    if (size <= m_told || now - firstByte < patience)
        return {};
    const bool isMuchMore = size >= std::max(first, 4 * m_told) || (size == largest && m_told < largest);
    const bool isDue = size <= small && now - std::max(m_toldAt, firstByte) >= second;
    if (!isMuchMore && !isDue)
        return {};
    m_told = size;
    m_toldAt = now;
    // Not shared: the body still grows, and would be copied as a whole.
    return QByteArray(body.constData(), size);
}

} // namespace actionscope::executor
