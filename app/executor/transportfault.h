// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"
#include "app/executor/executionrun.h"

#include <QNetworkReply>
#include <QSslError>

namespace actionscope::executor {

// The network layer's failure in words for people. `host` is where the request was going, `sslErrors` what TLS
// complained of on the way.
[[nodiscard]] api::TransportFault faultOf(
    QNetworkReply::NetworkError error, const QString &detail, const QString &host, const QList<QSslError> &sslErrors);

[[nodiscard]] api::TransportFault timeoutFault(Phase phase, std::chrono::milliseconds timeout, const QString &host);

// True for error codes that only say "the status was 4xx or 5xx": an answer, no fault.
[[nodiscard]] bool isAnswer(QNetworkReply::NetworkError error);

} // namespace actionscope::executor
