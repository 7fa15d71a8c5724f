// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/looptick.h"

#include <algorithm>

namespace actionscope::test {

LoopTick::LoopTick()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(5);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_longest = std::max(m_longest, m_sinceLast.restart());
        ++m_count;
    });
    m_sinceLast.start();
    m_timer.start();
}

std::chrono::milliseconds LoopTick::longestGap() const
{
    return std::chrono::milliseconds(std::max(m_longest, m_sinceLast.elapsed()));
}

} // namespace actionscope::test
