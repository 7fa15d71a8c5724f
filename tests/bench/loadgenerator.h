// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QtGlobal>

namespace actionscope::bench {

// What a load came to.
struct Load
{
    qint64 answers = 0;
    double seconds = 0;
    double p50 = 0; // milliseconds
    double p99 = 0;
    bool isWhole = true; // every answer was 200 and of the same length

    [[nodiscard]] double perSecond() const { return double(answers) / seconds; }
};

// Sends `request` over so many kept connections to 127.0.0.1, on each again as soon as its answer is there, for the
// given time. Plain sockets and epoll on the calling thread, so that the server is what takes the time.
[[nodiscard]] Load loadWith(quint16 port, const QByteArray &request, int connections, double seconds);

// One request on a connection of its own, and the body of the answer; empty when it is not 200.
[[nodiscard]] QByteArray answerTo(quint16 port, const QByteArray &request);

// Opens a connection that sends nothing; -1 where it cannot be.
[[nodiscard]] int connectionTo(quint16 port);

} // namespace actionscope::bench
