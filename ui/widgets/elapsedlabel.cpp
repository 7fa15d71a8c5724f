// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/elapsedlabel.h"

namespace actionscope::ui {

ElapsedLabel::ElapsedLabel(QWidget *parent)
    : QLabel(parent)
{
    m_tick.setInterval(100);
    connect(&m_tick, &QTimer::timeout, this, &ElapsedLabel::refresh);
}

void ElapsedLabel::start()
{
    m_since.start();
    m_tick.start();
    refresh();
}

void ElapsedLabel::stop()
{
    m_tick.stop();
    if (m_since.isValid())
        refresh();
}

QString ElapsedLabel::textFor(qint64 milliseconds)
{
    if (milliseconds < 10'000)
        return tr("%1 s").arg(double(milliseconds / 100) / 10, 0, 'f', 1);
    const qint64 seconds = milliseconds / 1000;
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    return tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

void ElapsedLabel::refresh() { setText(textFor(m_since.elapsed())); }

} // namespace actionscope::ui
