// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"

#include <QPointer>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <optional>

namespace actionscope::test {

// A server that misbehaves as told. It reads each request whole, counts it and hands it to the test's handler,
// which writes whatever it likes to the socket: half an answer, garbage, nothing.
class HostileServer final : public QTcpServer
{
    Q_OBJECT

public:
    using Handler = std::function<void(const api::HttpRequest &request, QTcpSocket *socket)>;

    explicit HostileServer(const Handler &handler);
    // With a certificate it speaks TLS.
    HostileServer(const Handler &handler, const QSslConfiguration &tls);

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] const QList<api::HttpRequest> &requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }

    // Writes `pieces` one by one, so many milliseconds apart.
    static void drip(QTcpSocket *socket, const QByteArrayList &pieces, int milliseconds);
    [[nodiscard]] static QByteArray answer(const QByteArray &body, const QByteArray &moreHeaders = {});

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void readFrom(QTcpSocket *socket);

    Handler m_handler;
    std::optional<QSslConfiguration> m_tls;
    QList<api::HttpRequest> m_requests;
    QHash<QTcpSocket *, QByteArray> m_pending;
    int m_connections = 0;
};

} // namespace actionscope::test
