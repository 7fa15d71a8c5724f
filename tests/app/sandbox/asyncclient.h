// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rawclient.h"

#include <QTest>

namespace actionscope::test {

// Asks while this thread's event loop runs, so that a server of the test on the same thread can answer meanwhile.
[[nodiscard]] inline api::HttpAnswer askAsync(quint16 port, const QByteArray &method, const QByteArray &path,
    const QByteArray &body, const QByteArray &headers = "x-api-key: test-key\r\n")
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    QByteArray received;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { received += socket.readAll(); });
    socket.write(RunningSandbox::requestBytes(method, path, body, headers + "Connection: close\r\n"));
    api::HttpAnswer answer;
    if (!QTest::qWaitFor(
            [&] { return socket.state() == QAbstractSocket::UnconnectedState && !received.isEmpty(); }, 20000))
        return answer;
    const qsizetype end = received.indexOf("\r\n\r\n");
    const QList<QByteArray> lines = received.first(end).split('\n');
    answer.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.append({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
    }
    answer.body = received.sliced(end + 4);
    if (describedPorts().contains(port)) {
        const QString problem = OpenApiCheck::ofSandbox().problem(method, path, answer);
        if (!problem.isEmpty())
            QTest::qFail(qPrintable(QLatin1String("The answer is not as described: ") + problem), __FILE__, __LINE__);
    }
    return answer;
}

} // namespace actionscope::test
