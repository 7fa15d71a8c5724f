// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/http/exchange.h"
#include "app/sandbox/http/requesthead.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>

class QTcpSocket;

namespace actionscope::sandbox {

// Writes the refusal of a request that never reached a handler, in the shape its path asks for.
using RefuseFunction = std::function<Reply(const Request &request, HttpTrouble trouble)>;

// What Qt HttpServer leaves to us, for one socket: looks at each request head before Qt's parser gets it, keeps the
// limits, answers Expect: 100-continue, and writes the answers in the order of the requests.
class Connection final : public QObject
{
    Q_OBJECT

public:
    // Becomes the socket's child. Must be made before anybody else listens to the socket.
    Connection(QTcpSocket *socket, Limits limits, RefuseFunction refuse);
    [[nodiscard]] static Connection *of(QTcpSocket *socket);

    // The request whose head was seen last is complete. Null where it is no longer to be answered.
    [[nodiscard]] Exchange *beginExchange(const QByteArray &body);

private:
    enum class State { Head, Body, Draining };

    void look();
    void lookAtHead();
    void lookAtBody();
    void refuse(HttpTrouble trouble);
    void hangUp();
    void writeAnswers();
    void writeReply(const Request &request, const Reply &reply);
    [[nodiscard]] QByteArray headOf(const Request &request, const Reply &reply) const;
    void writeBroken(const Request &request, const Reply &reply);
    void resetSoon(std::chrono::milliseconds time);
    void pumpStream();
    void closeWhenDrained();

    QTcpSocket *m_socket;
    Limits m_limits;
    RefuseFunction m_refuse;
    bool m_isLocal; // the other side is on this computer
    QTimer m_stall;
    QTimer m_pace; // runs while a slow answer waits for its next bytes
    qint64 m_bytesPerSecond = 0; // of the answer being sent; 0: no limit
    State m_state = State::Head;
    QByteArray m_headBytes;
    RequestHead m_head;
    qint64 m_chunkedBytes = 0;
    QList<Exchange *> m_unanswered; // children of this, oldest first
    std::shared_ptr<ByteSource> m_stream; // of the oldest, while it is being sent
};

} // namespace actionscope::sandbox
