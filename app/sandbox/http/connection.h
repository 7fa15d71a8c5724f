// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/http/clientsocket.h"
#include "app/sandbox/http/exchange.h"
#include "app/sandbox/http/requestreader.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>

namespace actionscope::sandbox {

using RequestHandler = std::function<void(Exchange &exchange)>;
// Writes the refusal of a request that never reached a handler, in the shape its path asks for.
using RefuseFunction = std::function<Reply(const Request &request, HttpTrouble trouble)>;

// What all connections of one front have in common, and outlives them.
struct FrontRules
{
    Limits limits;
    RequestHandler handler;
    RefuseFunction refuse;
};

// HTTP/1.1 on one socket: reads requests, keeps the limits, answers Expect: 100-continue, and writes the answers in the
// order of the requests. Goes when the client has gone.
class Connection final : public QObject
{
    Q_OBJECT

public:
    Connection(qintptr descriptor, const FrontRules &rules, QObject *parent);

private:
    enum class State {
        Reading,
        Last, // a request that wants the connection closed was read; nothing behind it counts
        Draining, // a request was refused; what comes is dropped until the client has stopped sending
    };

    void take(QByteArrayView bytes);
    void handle(RequestHead head);
    [[nodiscard]] Exchange *addExchange(Request request);
    void removeOldest();
    void refuse(HttpTrouble trouble);
    void stalled();
    void ended();
    void writeAnswers();
    void writeReply(const Request &request, const Reply &reply);
    [[nodiscard]] QByteArray headOf(const Request &request, const Reply &reply) const;
    void writeBroken(const Request &request, const Reply &reply);
    void resetSoon(std::chrono::milliseconds time);
    void pumpStream();
    void closeWhenDrained();

    ClientSocket m_socket;
    const FrontRules &m_rules;
    bool m_isLocal; // the other side is on this computer
    QTimer m_stall;
    QTimer m_pace; // runs while a slow answer waits for its next bytes
    qint64 m_bytesPerSecond = 0; // of the answer being sent; 0: no limit
    State m_state = State::Reading;
    bool m_hasEnded = false; // the client sends no more, and perhaps still reads
    RequestReader m_reader;
    QList<Exchange *> m_unanswered; // children of this, oldest first
    Exchange *m_handled = nullptr; // while its handler runs
    bool m_isHandledDone = false; // it was answered, and goes when the handler has returned
    std::shared_ptr<ByteSource> m_stream; // of the oldest, while it is being sent
};

} // namespace actionscope::sandbox
