// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace actionscope::test {

// Ticks while the event loop lives; the longest gap between two ticks is how long a person would have waited.
class LoopTick final : public QObject
{
    Q_OBJECT

public:
    LoopTick();

    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] std::chrono::milliseconds longestGap() const;

private:
    QTimer m_timer;
    QElapsedTimer m_sinceLast;
    qint64 m_longest = 0;
    int m_count = 0;
};

} // namespace actionscope::test
