// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/sandbox/http/connection.h"

#include <QHostAddress>
#include <QObject>

#include <memory>

class QTcpServer;

namespace actionscope::sandbox {

// An HTTP/1.1 server for one handler. Of our own and not Qt HttpServer, which answers pipelined requests out of order,
// keeps no limits, leaves Expect: 100-continue unanswered, and reads what our limits make us read before it.
class HttpFront final : public QObject
{
    Q_OBJECT

public:
    HttpFront(Limits limits, RequestHandler handler, RefuseFunction refuse, QObject *parent = nullptr);
    ~HttpFront() override;

    // Returns the port.
    [[nodiscard]] Result<quint16> open(quint16 port, const QHostAddress &address = QHostAddress(QHostAddress::LocalHost));

private:
    FrontRules m_rules;
    std::unique_ptr<QTcpServer> m_listener; // with its connections
};

} // namespace actionscope::sandbox
