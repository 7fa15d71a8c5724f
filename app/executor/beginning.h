// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace actionscope::executor {

// When it is worth looking at the beginning of a body that still arrives. A copy costs its size, so there are
// few.
class Beginning final
{
public:
    static constexpr qsizetype largest = qsizetype(16) << 20; // bytes
    static constexpr qsizetype first = qsizetype(64) << 10;
    static constexpr qsizetype small = qsizetype(1) << 20; // up to here every second, too
    static constexpr qint64 patience = 200'000; // microseconds; what is there sooner is not shown in part

    // `now` and `firstByte` are microseconds on one clock. Nothing when there is no news.
    [[nodiscard]] std::optional<QByteArray> of(const QByteArray &body, qint64 firstByte, qint64 now);

private:
    qsizetype m_told = 0; // bytes
    qint64 m_toldAt = 0;
};

} // namespace actionscope::executor
