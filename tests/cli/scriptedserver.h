// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace actionscope::tests {

// Takes each request whole, keeps it, and answers with prepared bytes or not at all.
class ScriptedServer final : public QTcpServer
{
public:
    enum class Ending { Close, StaySilent };

    ScriptedServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connections += heedsReads;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
    }

    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }

    void answer(const QByteArray &status, const QByteArray &type, const QByteArray &content)
    {
        response = "HTTP/1.1 " + status + "\r\nContent-Type: " + type
            + "\r\nContent-Length: " + QByteArray::number(content.size()) + "\r\nx-request-id: from-service\r\n\r\n"
            + content;
    }

    QByteArray response;
    Ending ending = Ending::Close;
    QByteArray head; // of the last request
    QByteArray body;
    int connections = 0;
    bool heedsReads = true; // false: what a window reads of its own accord gets a 404 and is not counted

private:
    void read(QTcpSocket *socket)
    {
        QByteArray received = socket->property("received").toByteArray() + socket->readAll();
        socket->setProperty("received", received);
        const qsizetype end = received.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        if (!heedsReads && received.startsWith("GET ")) {
            socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            socket->disconnectFromHost();
            return;
        }
        head = received.first(end + 2);
        body = received.sliced(end + 4);
        const qsizetype at = head.toLower().indexOf("content-length: ");
        const qsizetype length = at < 0 ? 0 : head.sliced(at + 16).split('\r').first().toLongLong();
        if (body.size() < length || ending == Ending::StaySilent)
            return;
        connections += !heedsReads;
        socket->write(response);
        socket->disconnectFromHost();
    }
};

} // namespace actionscope::tests
