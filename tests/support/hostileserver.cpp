// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/hostileserver.h"

#include <QSslSocket>
#include <QTimer>
#include <QUrl>

namespace actionscope::test {

HostileServer::HostileServer(const Handler &handler)
    : m_handler(handler)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("No port could be had: %s", qPrintable(errorString()));
}

HostileServer::HostileServer(const Handler &handler, const QSslConfiguration &tls)
    : HostileServer(handler)
{
    m_tls = tls;
}

QUrl HostileServer::url() const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(m_tls ? QStringLiteral("https") : QStringLiteral("http")).arg(serverPort()));
}

void HostileServer::drip(QTcpSocket *socket, const QByteArrayList &pieces, int milliseconds)
{
    if (pieces.isEmpty())
        return;
    socket->write(pieces.first());
    socket->flush();
    QTimer::singleShot(milliseconds, socket, [socket, rest = pieces.mid(1), milliseconds] { drip(socket, rest, milliseconds); });
}

QByteArray HostileServer::answer(const QByteArray &body, const QByteArray &moreHeaders)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n" + moreHeaders + "\r\n" + body;
}

void HostileServer::incomingConnection(qintptr descriptor)
{
    ++m_connections;
    QTcpSocket *socket = nullptr;
    if (m_tls) {
        auto *secure = new QSslSocket(this);
        secure->setSslConfiguration(*m_tls);
        secure->setSocketDescriptor(descriptor);
        secure->startServerEncryption();
        socket = secure;
    } else {
        socket = new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
    }
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { readFrom(socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        m_pending.remove(socket);
        socket->deleteLater();
    });
}

void HostileServer::readFrom(QTcpSocket *socket)
{
    QByteArray &pending = m_pending[socket];
    pending += socket->readAll();
    const qsizetype headEnd = pending.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    api::HttpRequest request;
    const QList<QByteArray> lines = pending.left(headEnd).split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    request.method = first.value(0);
    request.path = first.value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    const qsizetype length = api::headerValue(request.headers, "content-length").value_or("0").toLongLong();
    if (pending.size() < headEnd + 4 + length)
        return;
    request.body = pending.mid(headEnd + 4, length);
    pending.remove(0, headEnd + 4 + length);
    m_requests.append(request);
    m_handler(request, socket);
}

} // namespace actionscope::test
