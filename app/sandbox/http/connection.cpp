// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/http/connection.h"

#include <QTcpSocket>

#include <sys/socket.h>

namespace actionscope::sandbox {

namespace {

constexpr qint64 sendAhead = 1024 * 1024; // bytes of a stream that wait in the socket at most
constexpr std::chrono::milliseconds drainQuiet {300}; // a refused client that has stopped sending
constexpr std::chrono::milliseconds drainLongest {5000};
constexpr std::chrono::milliseconds paceInterval {50}; // of an answer that is slow on purpose
constexpr std::chrono::milliseconds beforeReset {50}; // so that the client reads what came before it

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 408:
        return "Request Timeout";
    case 413:
        return "Content Too Large";
    case 422:
        return "Unprocessable Content";
    case 410:
        return "Gone";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    default:
        return "Status";
    }
}

// A whole answer in small pieces.
class SlicedSource final : public ByteSource
{
public:
    SlicedSource(const Reply &reply, qint64 pieceSize)
        : m_reply(reply)
        , m_pieceSize(pieceSize)
        , m_pending(reply.body)
    {
    }

    [[nodiscard]] qint64 size() const override
    {
        return m_reply.body.size() + (m_reply.stream ? m_reply.stream->size() : 0) + m_reply.tail.size();
    }

    [[nodiscard]] QByteArray next() override
    {
        if (m_pending.isEmpty() && m_reply.stream)
            m_pending = m_reply.stream->next();
        if (m_pending.isEmpty())
            m_pending = std::exchange(m_reply.tail, QByteArray());
        const QByteArray piece = m_pending.first(qMin<qsizetype>(m_pending.size(), m_pieceSize));
        m_pending.remove(0, piece.size());
        return piece;
    }

private:
    Reply m_reply;
    qint64 m_pieceSize;
    QByteArray m_pending;
};

} // namespace

Connection::Connection(QTcpSocket *socket, Limits limits, RefuseFunction refuse)
    : QObject(socket)
    , m_socket(socket)
    , m_limits(limits)
    , m_refuse(std::move(refuse))
    , m_isLocal(socket->peerAddress().isLoopback())
{
    m_stall.setSingleShot(true);
    m_pace.setSingleShot(true);
    connect(&m_pace, &QTimer::timeout, this, &Connection::pumpStream);
    connect(socket, &QTcpSocket::readyRead, this, &Connection::look);
    connect(socket, &QTcpSocket::bytesWritten, this, &Connection::pumpStream);
    connect(&m_stall, &QTimer::timeout, this, [this] {
        if (m_state != State::Draining)
            this->refuse(HttpTrouble::TooSlow);
        else if (m_unanswered.isEmpty())
            m_socket->disconnectFromHost();
        else
            m_stall.start(drainQuiet); // earlier requests still wait for their answers
    });
}

Connection *Connection::of(QTcpSocket *socket)
{
    return socket->findChild<Connection *>(QString(), Qt::FindDirectChildrenOnly);
}

void Connection::look()
{
    switch (m_state) {
    case State::Head:
        lookAtHead();
        break;
    case State::Body:
        lookAtBody();
        break;
    case State::Draining:
        m_socket->skip(m_socket->bytesAvailable());
        m_stall.start(drainQuiet);
        break;
    }
}

// Qt's parser runs right after this and consumes all of an unfinished request, so what is available now is new.
void Connection::lookAtHead()
{
    const qsizetype before = m_headBytes.size();
    m_headBytes += m_socket->peek(m_limits.headBytes + 4 - before);
    if (m_headBytes.isEmpty())
        return;
    m_stall.start(m_limits.stall);
    const qsizetype end = m_headBytes.indexOf("\r\n\r\n", qMax<qsizetype>(before - 3, 0));
    if (end < 0) {
        if (m_headBytes.size() >= m_limits.headBytes)
            refuse(HttpTrouble::HeadTooLarge);
        return;
    }
    m_head = parseRequestHead(QByteArrayView(m_headBytes).first(end + 4), m_limits);
    const qint64 bodyBegun = m_socket->bytesAvailable() - (end + 4 - before);
    m_headBytes.clear();
    m_chunkedBytes = bodyBegun;
    m_state = State::Body;
    if (m_head.trouble)
        refuse(*m_head.trouble);
    else if (m_head.isChunked && m_chunkedBytes > m_limits.bodyBytes)
        refuse(HttpTrouble::BodyTooLarge);
    else if (m_unanswered.size() >= m_limits.unanswered)
        hangUp();
    else if (m_head.expectsContinue && bodyBegun == 0 && m_unanswered.isEmpty())
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
}

void Connection::lookAtBody()
{
    m_stall.start(m_limits.stall);
    m_chunkedBytes += m_socket->bytesAvailable();
    if (m_head.isChunked && m_chunkedBytes > m_limits.bodyBytes)
        refuse(HttpTrouble::BodyTooLarge);
}

Exchange *Connection::beginExchange(const QByteArray &body)
{
    m_stall.stop();
    if (m_state == State::Draining)
        return nullptr;
    if (m_state == State::Head) { // Qt took for a head what is none, such as lines that end in a bare line feed
        refuse(HttpTrouble::Malformed);
        return nullptr;
    }
    m_state = State::Head;
    m_head.request.body = body;
    m_head.request.isLocal = m_isLocal;
    auto *exchange = new Exchange(std::move(m_head.request), this);
    m_head = {};
    m_unanswered.append(exchange);
    connect(exchange, &Exchange::answered, this, &Connection::writeAnswers);
    return exchange;
}

void Connection::refuse(HttpTrouble trouble)
{
    m_stall.stop();
    if (m_state == State::Head) // the answer's shape depends on what can be read of it
        m_head = parseRequestHead(m_headBytes, m_limits);
    m_state = State::Draining;
    m_headBytes.clear();
    // Qt's parser must not see any more of this; the rest is read and dropped below.
    disconnect(m_socket, &QTcpSocket::readyRead, nullptr, nullptr);
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::look);
    m_head.request.keepAlive = false;
    auto *exchange = new Exchange(m_head.request, this);
    m_unanswered.append(exchange);
    exchange->answer(m_refuse(exchange->request(), trouble));
    writeAnswers();
    look();
}

void Connection::hangUp()
{
    disconnect(m_socket, &QTcpSocket::readyRead, nullptr, nullptr); // Qt's parser would read from a closed socket
    m_socket->abort();
}

void Connection::writeAnswers()
{
    while (!m_unanswered.isEmpty() && !m_stream && m_unanswered.first()->reply()) {
        Exchange *oldest = m_unanswered.first();
        if (oldest->reply()->delivery.end != Delivery::End::Whole)
            return writeBroken(oldest->request(), *oldest->reply());
        writeReply(oldest->request(), *oldest->reply());
        if (m_stream)
            return pumpStream();
        // Behind a wrong length nothing on this connection could be told apart.
        const bool keepAlive = oldest->request().keepAlive && oldest->reply()->delivery.lengthError == 0;
        m_unanswered.removeFirst();
        oldest->deleteLater();
        if (!keepAlive)
            return closeWhenDrained();
    }
}

QByteArray Connection::headOf(const Request &request, const Reply &reply) const
{
    QByteArray head;
    head.reserve(256);
    head += "HTTP/1.1 " + QByteArray::number(reply.status) + ' ';
    head.append(reasonPhrase(reply.status));
    head += "\r\ncontent-type: " + reply.contentType + "\r\n";
    if (reply.delivery.end == Delivery::End::CutChunk) {
        head += "transfer-encoding: chunked\r\n";
    } else {
        const qint64 length = reply.body.size() + (reply.stream ? reply.stream->size() : 0) + reply.tail.size();
        head += "content-length: " + QByteArray::number(qMax<qint64>(length + reply.delivery.lengthError, 0)) + "\r\n";
    }
    head += "x-request-id: " + request.id + "\r\n";
    for (const api::Header &header : reply.headers)
        head += header.name + ": " + header.value + "\r\n";
    return head + (request.keepAlive ? "\r\n" : "connection: close\r\n\r\n");
}

void Connection::writeReply(const Request &request, const Reply &reply)
{
    const QByteArray head = headOf(request, reply);
    if (request.method == "HEAD") {
        m_socket->write(head);
        return;
    }
    m_bytesPerSecond = reply.delivery.bytesPerSecond;
    if (m_bytesPerSecond > 0) {
        m_socket->write(head);
        m_stream = std::make_shared<SlicedSource>(reply, qMax<qint64>(m_bytesPerSecond * paceInterval.count() / 1000, 1));
        return;
    }
    m_socket->write(head + reply.body);
    if (reply.stream)
        m_stream = reply.stream;
    else
        m_socket->write(reply.tail);
}

// What is written of an answer that shall not arrive as a whole; the connection is of no further use.
void Connection::writeBroken(const Request &request, const Reply &reply)
{
    switch (reply.delivery.end) {
    case Delivery::End::Whole:
    case Delivery::End::Silent:
        return;
    case Delivery::End::ResetAtOnce:
        return resetSoon(std::chrono::milliseconds(0));
    case Delivery::End::ResetHalfway:
        m_socket->write(headOf(request, reply) + reply.body.first(reply.body.size() / 2));
        return resetSoon(beforeReset);
    case Delivery::End::CutChunk:
        m_socket->write(headOf(request, reply) + QByteArray::number(reply.body.size() + 1, 16) + "\r\n" + reply.body);
        m_socket->disconnectFromHost();
        return;
    }
}

// Not from within Qt's parser, which goes on with the socket after the request was handled.
void Connection::resetSoon(std::chrono::milliseconds time)
{
    QTimer::singleShot(time, this, [this] {
        const linger now {1, 0}; // makes closing a reset
        ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
        hangUp();
    });
}

void Connection::pumpStream()
{
    if (!m_stream || m_pace.isActive())
        return;
    while (m_socket->bytesToWrite() < sendAhead) {
        const QByteArray piece = m_stream->next();
        if (!piece.isEmpty()) {
            m_socket->write(piece);
            if (m_bytesPerSecond > 0)
                return m_pace.start(paceInterval);
            continue;
        }
        m_stream.reset();
        Exchange *sent = m_unanswered.takeFirst();
        if (m_bytesPerSecond == 0)
            m_socket->write(sent->reply()->tail);
        sent->deleteLater();
        if (sent->request().keepAlive)
            writeAnswers();
        else
            closeWhenDrained();
        return;
    }
}

// Closing over unread bytes would reset the connection and take the answer with it.
void Connection::closeWhenDrained()
{
    if (m_state != State::Draining) {
        m_socket->disconnectFromHost();
        return;
    }
    QTimer::singleShot(drainLongest, this, [this] { m_socket->disconnectFromHost(); });
}

} // namespace actionscope::sandbox
