// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/latencies.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace actionscope::runner {

// Below `parts` every microsecond has a slot; above, each power of two has `parts` of them.
int Latencies::slotOf(qint64 microseconds)
{
    const auto value = quint64(std::max<qint64>(microseconds, 0));
    if (value < quint64(parts))
        return int(value);
    const int power = std::bit_width(value) - std::bit_width(quint64(parts)); // 0: the first that is split
    const int slot = (power + 1) * parts + int((value >> power) - parts);
    return std::min(slot, parts * powers - 1);
}

qint64 Latencies::beginOf(int slot)
{
    if (slot < parts)
        return slot;
    const int power = slot / parts - 1;
    return qint64(parts + slot % parts) << power;
}

void Latencies::add(qint64 microseconds)
{
    microseconds = std::max<qint64>(microseconds, 0);
    ++m_counts[std::size_t(slotOf(microseconds))];
    m_least = m_count ? std::min(m_least, microseconds) : microseconds;
    m_most = std::max(m_most, microseconds);
    ++m_count;
    m_sum += microseconds;
}

void Latencies::add(const Latencies &others)
{
    if (!others.m_count)
        return;
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        m_counts[i] += others.m_counts[i];
    m_least = m_count ? std::min(m_least, others.m_least) : others.m_least;
    m_most = std::max(m_most, others.m_most);
    m_count += others.m_count;
    m_sum += others.m_sum;
}

qint64 Latencies::percentile(double share) const
{
    const auto rank = std::max<qint64>(1, qint64(std::ceil(share * double(m_count))));
    qint64 seen = 0;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        seen += m_counts[i];
        if (seen >= rank && m_count)
            return std::clamp((beginOf(int(i)) + beginOf(int(i) + 1)) / 2, m_least, m_most);
    }
    return m_most;
}

QList<Latencies::Bar> Latencies::bars(int most) const
{
    if (!m_count)
        return {};
    const int first = slotOf(m_least);
    const int last = slotOf(m_most);
    const int width = (last - first) / most + 1; // slots in a bar
    QList<Bar> bars;
    for (int slot = first; slot <= last; slot += width) {
        Bar bar {beginOf(slot), beginOf(slot + width), 0};
        for (int i = slot; i < std::min(slot + width, int(m_counts.size())); ++i)
            bar.count += m_counts[std::size_t(i)];
        bars.append(bar);
    }
    return bars;
}

} // namespace actionscope::runner
