// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <array>

namespace actionscope::runner {

// How long many requests took, in memory that does not grow with their number: counters by time, each a thirty-second
// part of a power of two wide, so that a percentile is right to three per cent.
class Latencies final
{
public:
    // One stretch of time and how many fell into it; microseconds.
    struct Bar
    {
        qint64 from = 0;
        qint64 to = 0; // not included
        qint64 count = 0;

        bool operator==(const Bar &) const = default;
    };

    void add(qint64 microseconds);
    void add(const Latencies &others);

    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] qint64 least() const { return m_least; } // microseconds; 0 where there are none
    [[nodiscard]] qint64 most() const { return m_most; }
    [[nodiscard]] qint64 mean() const { return m_count ? m_sum / m_count : 0; }
    // `share` from 0 to 1; microseconds, within what was seen.
    [[nodiscard]] qint64 percentile(double share) const;
    // All of it in at most `most` bars, equally wide on a scale of powers.
    [[nodiscard]] QList<Bar> bars(int most) const;

    bool operator==(const Latencies &) const = default;

private:
    static constexpr int parts = 32; // of a power of two
    static constexpr int powers = 36; // up to 19 hours

    [[nodiscard]] static int slotOf(qint64 microseconds);
    [[nodiscard]] static qint64 beginOf(int slot);

    std::array<quint32, std::size_t(parts) * powers> m_counts {};
    qint64 m_count = 0;
    qint64 m_sum = 0;
    qint64 m_least = 0;
    qint64 m_most = 0;
};

} // namespace actionscope::runner
