// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QEvent>
#include <QEventLoop>
#include <QTimer>
#include <QWidget>

#include <functional>

namespace actionscope::bench {

// Stops when a widget has been painted with what is waited for, and watches on the way how long the event
// loop stood.
class PaintTimer final : public QObject
{
public:
    PaintTimer(QWidget *watched, const std::function<bool()> &isThere)
        : m_watched(watched)
        , m_isThere(isThere)
    {
        watched->installEventFilter(this);
        connect(&m_tick, &QTimer::timeout, this, &PaintTimer::tick);
    }

    void start()
    {
        m_clock.start();
        m_tick.start(0);
    }
    void wait()
    {
        if (m_milliseconds < 0)
            m_loop.exec();
    }
    [[nodiscard]] double milliseconds() const { return m_milliseconds; }
    [[nodiscard]] double longestGap() const { return m_gap; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_isThere())
            m_isPainting = true; // done when the loop comes round again
        return false;
    }

private:
    void tick()
    {
        const double now = double(m_clock.nsecsElapsed()) / 1e6;
        m_gap = std::max(m_gap, now - m_last);
        m_last = now;
        if (!m_isPainting)
            return;
        m_milliseconds = now;
        m_tick.stop();
        m_loop.quit();
    }

    QWidget *m_watched;
    std::function<bool()> m_isThere;
    QElapsedTimer m_clock;
    QTimer m_tick;
    QEventLoop m_loop;
    double m_last = 0;
    double m_gap = 0;
    double m_milliseconds = -1;
    bool m_isPainting = false;
};

} // namespace actionscope::bench
