// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/http/connection.h"

#include <QTcpSocket>

namespace actionscope::sandbox {

namespace {

constexpr qint64 sendAhead = 1024 * 1024; // bytes of a stream that wait in the socket at most
constexpr std::chrono::milliseconds drainQuiet {300}; // a refused client that has stopped sending
constexpr std::chrono::milliseconds drainLongest {5000};

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 404:
        return "Not Found";
    case 408:
        return "Request Timeout";
    case 413:
        return "Content Too Large";
    case 422:
        return "Unprocessable Content";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    default:
        return "Status";
    }
}

} // namespace

Connection::Connection(QTcpSocket *socket, Limits limits, RefuseFunction refuse)
    : QObject(socket)
    , m_socket(socket)
    , m_limits(limits)
    , m_refuse(std::move(refuse))
{
    m_stall.setSingleShot(true);
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
        writeReply(oldest->request(), *oldest->reply());
        if (m_stream)
            return pumpStream();
        const bool keepAlive = oldest->request().keepAlive;
        m_unanswered.removeFirst();
        oldest->deleteLater();
        if (!keepAlive)
            return closeWhenDrained();
    }
}

void Connection::writeReply(const Request &request, const Reply &reply)
{
    const qint64 length = reply.body.size() + (reply.stream ? reply.stream->size() : 0) + reply.tail.size();
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ';
    head.append(reasonPhrase(reply.status));
    head += "\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: " + QByteArray::number(length)
        + "\r\nx-request-id: " + request.id + "\r\n";
    for (const api::Header &header : reply.headers)
        head += header.name + ": " + header.value + "\r\n";
    head += request.keepAlive ? "\r\n" : "connection: close\r\n\r\n";
    if (request.method == "HEAD") {
        m_socket->write(head);
        return;
    }
    m_socket->write(head + reply.body);
    if (reply.stream)
        m_stream = reply.stream;
    else
        m_socket->write(reply.tail);
}

void Connection::pumpStream()
{
    if (!m_stream)
        return;
    while (m_socket->bytesToWrite() < sendAhead) {
        const QByteArray piece = m_stream->next();
        if (!piece.isEmpty()) {
            m_socket->write(piece);
            continue;
        }
        m_stream.reset();
        Exchange *sent = m_unanswered.takeFirst();
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
