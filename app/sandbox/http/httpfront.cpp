// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/http/httpfront.h"

#include "app/base/logging.h"
#include "app/base/tr.h"

#include <QHttpServerRequest>
#include <QTcpServer>
#include <QTcpSocket>

#include <exception>

namespace actionscope::sandbox {

namespace {

// Hands out sockets that are watched from their first byte on.
class WatchedListener final : public QTcpServer
{
public:
    WatchedListener(Limits limits, RefuseFunction refuse)
        : m_limits(limits)
        , m_refuse(std::move(refuse))
    {
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        new Connection(socket, m_limits, m_refuse); // the socket's child
        addPendingConnection(socket);
    }

private:
    Limits m_limits;
    RefuseFunction m_refuse;
};

} // namespace

HttpFront::HttpFront(Limits limits, RequestHandler handler, RefuseFunction refuse, QObject *parent)
    : QAbstractHttpServer(parent)
    , m_limits(limits)
    , m_handler(std::move(handler))
    , m_refuse(std::move(refuse))
{
}

Result<quint16> HttpFront::open(quint16 port, const QHostAddress &address)
{
    auto listener = std::make_unique<WatchedListener>(m_limits, m_refuse);
    listener->setListenBacklogSize(1024); // at 50 a crowd that comes at once waits a second for its retransmission
    if (!listener->listen(address, port)) {
        return failure(ErrorCode::Unavailable,
            Tr::tr("The sandbox cannot listen on %1, port %2: %3.")
                .arg(address.toString())
                .arg(port)
                .arg(listener->errorString()),
            {},
            Tr::tr("Choose another port, or 0 for any free one."));
    }
    const quint16 chosen = listener->serverPort();
    bind(listener.release()); // takes ownership
    return chosen;
}

bool HttpFront::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    Connection *connection = Connection::of(socket);
    Exchange *exchange = connection ? connection->beginExchange(request.body()) : nullptr;
    if (!exchange)
        return true;
    try {
        m_handler(*exchange);
    } catch (const std::exception &trouble) {
        qCWarning(logSandbox, "A request could not be answered: %s", trouble.what());
        exchange->answer(m_refuse(exchange->request(), HttpTrouble::Internal));
    }
    return true;
}

void HttpFront::missingHandler(const QHttpServerRequest &, QTcpSocket *)
{
    // handleRequest() takes everything.
}

} // namespace actionscope::sandbox
