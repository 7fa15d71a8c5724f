// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QLabel>
#include <QTimer>

namespace actionscope::ui {

// Counts the time since start(): "0.0 s", "9.9 s", "10 s", "1 min 05 s". Keeps showing the last figure after
// stop().
class ElapsedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElapsedLabel(QWidget *parent = nullptr);

    void start();
    void stop();

    [[nodiscard]] static QString textFor(qint64 milliseconds);

private:
    void refresh();

    QElapsedTimer m_since;
    QTimer m_tick;
};

} // namespace actionscope::ui
