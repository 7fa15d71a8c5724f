// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/sandbox/http/connection.h"

#include <QAbstractHttpServer>
#include <QHostAddress>

#include <functional>

namespace actionscope::sandbox {

using RequestHandler = std::function<void(Exchange &exchange)>;

// The only file that knows Qt HttpServer. In Qt 6.4 it hands over the socket itself; later releases hand over a
// responder instead, and then this is the place to change.
class HttpFront final : public QAbstractHttpServer
{
    Q_OBJECT

public:
    HttpFront(Limits limits, RequestHandler handler, RefuseFunction refuse, QObject *parent = nullptr);

    // Returns the port.
    [[nodiscard]] Result<quint16> open(quint16 port, const QHostAddress &address = QHostAddress(QHostAddress::LocalHost));

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    Limits m_limits;
    RequestHandler m_handler;
    RefuseFunction m_refuse;
};

} // namespace actionscope::sandbox
