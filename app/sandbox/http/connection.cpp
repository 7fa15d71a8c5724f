// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/http/connection.h"

#include "app/base/logging.h"

#include <exception>
#include <memory>

namespace actionscope::sandbox {

namespace {

constexpr qint64 bytesPerTurn = 1024 * 1024; // of a stream, then the other connections have theirs
constexpr qint64 mostUnread = 64 * 1024 * 1024; // answers that a client asks for and does not read
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

Connection::Connection(qintptr descriptor, const FrontRules &rules, QObject *parent)
    : QObject(parent)
    , m_socket(descriptor)
    , m_rules(rules)
    , m_isLocal(m_socket.peerAddress().isLoopback())
    , m_reader(rules.limits)
{
    m_stall.setSingleShot(true);
    m_pace.setSingleShot(true);
    connect(&m_pace, &QTimer::timeout, this, &Connection::pumpStream);
    connect(&m_stall, &QTimer::timeout, this, &Connection::stalled);
    connect(&m_socket, &ClientSocket::arrived, this, &Connection::take);
    connect(&m_socket, &ClientSocket::ended, this, &Connection::ended);
    connect(&m_socket, &ClientSocket::writable, this, &Connection::pumpStream);
    connect(&m_socket, &ClientSocket::closed, this, &QObject::deleteLater);
}

void Connection::take(QByteArrayView bytes)
{
    if (m_state == State::Draining)
        m_stall.start(drainQuiet);
    while (m_state == State::Reading && m_socket.isOpen()) {
        switch (m_reader.take(&bytes)) {
        case RequestReader::Step::NeedsMore:
            if (!m_reader.isBetweenRequests())
                m_stall.start(m_rules.limits.stall);
            return;
        case RequestReader::Step::AwaitsBody:
            if (m_unanswered.isEmpty())
                m_socket.write("HTTP/1.1 100 Continue\r\n\r\n");
            m_stall.start(m_rules.limits.stall);
            return;
        case RequestReader::Step::Whole:
            handle(m_reader.takeHead());
            if (bytes.isEmpty())
                return;
            break;
        case RequestReader::Step::Trouble:
            return refuse(m_reader.trouble());
        }
    }
}

void Connection::handle(RequestHead head)
{
    if (m_stall.isActive())
        m_stall.stop();
    if (m_unanswered.size() >= m_rules.limits.unanswered || m_socket.bytesToWrite() > mostUnread)
        return m_socket.abort();
    if (!head.request.keepAlive)
        m_state = State::Last;
    m_handled = addExchange(std::move(head.request));
    m_isHandledDone = false;
    try {
        m_rules.handler(*m_handled);
    } catch (const std::exception &trouble) {
        qCWarning(logSandbox, "A request could not be answered: %s", trouble.what());
        m_handled->answer(m_rules.refuse(m_handled->request(), HttpTrouble::Internal));
    }
    Exchange *handled = std::exchange(m_handled, nullptr);
    const std::unique_ptr<Exchange> done(m_isHandledDone ? handled : nullptr); // at once: an event for each costs more
}

Exchange *Connection::addExchange(Request request)
{
    request.isLocal = m_isLocal;
    auto *exchange = new Exchange(std::move(request), this);
    m_unanswered.append(exchange);
    exchange->whenAnswered([this] { writeAnswers(); });
    return exchange;
}

// Its handler, or a timer of its own, may still be on the stack.
void Connection::removeOldest()
{
    Exchange *oldest = m_unanswered.takeFirst();
    if (oldest == m_handled)
        m_isHandledDone = true;
    else
        oldest->deleteLater();
}

void Connection::refuse(HttpTrouble trouble)
{
    RequestHead head = m_reader.takeHead();
    m_state = State::Draining;
    head.request.keepAlive = false;
    m_stall.start(drainQuiet);
    Exchange *exchange = addExchange(std::move(head.request));
    exchange->answer(m_rules.refuse(exchange->request(), trouble));
}

void Connection::stalled()
{
    if (m_state != State::Draining)
        refuse(HttpTrouble::TooSlow);
    else if (m_unanswered.isEmpty())
        m_socket.closeWhenWritten();
    else
        m_stall.start(drainQuiet); // earlier requests still wait for their answers
}

// Most clients that send no more have gone. An answer that is on its way is finished in case this one still listens.
void Connection::ended()
{
    m_hasEnded = true;
    if (m_stream)
        return;
    m_socket.closeWhenWritten();
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
        removeOldest();
        if (!keepAlive)
            return closeWhenDrained();
    }
}

QByteArray Connection::headOf(const Request &request, const Reply &reply) const
{
    QByteArray head;
    head.reserve(512);
    head.append("HTTP/1.1 ").append(QByteArray::number(reply.status)).append(' ').append(reasonPhrase(reply.status));
    head.append("\r\ncontent-type: ").append(reply.contentType);
    if (reply.delivery.end == Delivery::End::CutChunk) {
        head.append("\r\ntransfer-encoding: chunked");
    } else {
        const qint64 length = reply.body.size() + (reply.stream ? reply.stream->size() : 0) + reply.tail.size();
        head.append("\r\ncontent-length: ");
        head.append(QByteArray::number(qMax<qint64>(length + reply.delivery.lengthError, 0)));
    }
    head.append("\r\nx-request-id: ").append(request.id);
    for (const api::Header &header : reply.headers)
        head.append("\r\n").append(header.name).append(": ").append(header.value);
    head.append(request.keepAlive ? "\r\n\r\n" : "\r\nconnection: close\r\n\r\n");
    return head;
}

void Connection::writeReply(const Request &request, const Reply &reply)
{
    QByteArray head = headOf(request, reply);
    if (request.method == "HEAD")
        return m_socket.write(head);
    m_bytesPerSecond = reply.delivery.bytesPerSecond;
    if (m_bytesPerSecond > 0) {
        m_socket.write(head);
        m_stream = std::make_shared<SlicedSource>(reply, qMax<qint64>(m_bytesPerSecond * paceInterval.count() / 1000, 1));
        return;
    }
    m_stream = reply.stream;
    head.append(reply.body);
    if (!m_stream)
        head.append(reply.tail);
    m_socket.write(head);
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
        m_socket.write(headOf(request, reply) + reply.body.first(reply.body.size() / 2));
        return resetSoon(beforeReset);
    case Delivery::End::CutChunk:
        m_socket.write(headOf(request, reply) + QByteArray::number(reply.body.size() + 1, 16) + "\r\n" + reply.body);
        return m_socket.closeWhenWritten();
    }
}

// From the event loop, as the request may still be in its handler's hands.
void Connection::resetSoon(std::chrono::milliseconds time)
{
    QTimer::singleShot(time, this, [this] { m_socket.reset(); });
}

void Connection::pumpStream()
{
    if (!m_stream || m_pace.isActive())
        return;
    qint64 sent = 0;
    while (m_socket.bytesToWrite() == 0 && sent < bytesPerTurn) {
        const QByteArray piece = m_stream->next();
        if (piece.isEmpty()) {
            m_stream.reset();
            const Exchange *done = m_unanswered.first();
            const bool keepAlive = done->request().keepAlive && !m_hasEnded;
            if (m_bytesPerSecond == 0)
                m_socket.write(done->reply()->tail);
            removeOldest();
            return keepAlive ? writeAnswers() : closeWhenDrained();
        }
        m_socket.write(piece);
        sent += piece.size();
        if (m_bytesPerSecond > 0)
            return m_pace.start(paceInterval);
    }
    m_socket.callWhenWritable();
}

// Closing over unread bytes would reset the connection and take the answer with it.
void Connection::closeWhenDrained()
{
    if (m_state != State::Draining)
        return m_socket.closeWhenWritten();
    QTimer::singleShot(drainLongest, &m_socket, &ClientSocket::closeWhenWritten);
}

} // namespace actionscope::sandbox
