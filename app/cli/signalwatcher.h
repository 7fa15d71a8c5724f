// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace actionscope::cli {

// SIGINT, SIGTERM and SIGHUP as a Qt signal; the second one ends the program at once. One per program.
class SignalWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit SignalWatcher(QObject *parent = nullptr);

Q_SIGNALS:
    void interrupted();

private:
    void read();
};

} // namespace actionscope::cli
