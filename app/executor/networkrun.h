// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/executor/beginning.h"
#include "app/executor/executionrun.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QSslError>
#include <QTimer>

#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace actionscope::executor {

// The run over QNetworkAccessManager.
class NetworkRun final : public ExecutionRun
{
    Q_OBJECT

public:
    NetworkRun(const api::HttpRequest &request, const Destination &destination, const RunOptions &options,
        QNetworkAccessManager *network, QObject *parent);
    ~NetworkRun() override;

    void start();
    void cancel() override;

private:
    void addHeaders(const QUrl &url);
    void completeShownHeaders();
    void connectReply();
    void noteSent();
    void setPhase(Phase phase);
    void tellProgress();
    void readMore();
    void takeBytes(qint64 limit);
    void stopWith(const api::TransportFault &fault);
    void conclude();
    void readHead();
    [[nodiscard]] std::optional<api::TransportFault> findFault() const;
    [[nodiscard]] bool endsByClosing() const;
    [[nodiscard]] std::optional<api::TransportFault> redirectFault() const;
    [[nodiscard]] std::optional<api::TransportFault> proxyFault() const;
    [[nodiscard]] std::optional<api::TransportFault> lengthFault() const;
    [[nodiscard]] qint64 now() const { return m_clock.nsecsElapsed() / 1000; }

    api::Exchange m_exchange;
    Destination m_destination;
    RunOptions m_options;
    QNetworkAccessManager *m_network;
    QPointer<QNetworkReply> m_reply;
    QElapsedTimer m_clock;
    QElapsedTimer m_sinceProgress;
    QTimer m_timeout;
    QTimer m_more; // what the reply holds beyond one portion
    Progress m_progress;
    Beginning m_beginning;
    QList<QSslError> m_sslErrors;
    bool m_headIsSent = false;
    bool m_isOver = false;
};

} // namespace actionscope::executor
