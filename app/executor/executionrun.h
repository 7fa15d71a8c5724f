// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"

#include <QObject>
#include <QUrl>

#include <chrono>

namespace actionscope::executor {

// Where a request goes and with which key. An empty key sends no x-api-key header.
struct Destination
{
    QUrl baseUrl; // from api::parseBaseUrl
    QByteArray apiKey;
};

struct RunOptions
{
    std::chrono::milliseconds timeout = std::chrono::seconds(180); // for the whole run; zero means none
    qint64 maximumBodySize = qint64(1) << 30; // bytes of decoded body; beyond it the run stops and keeps the beginning
};

enum class Phase { Waiting, Connecting, Sending, AwaitingAnswer, Receiving };

struct Progress
{
    Phase phase = Phase::Waiting;
    qint64 bytesSent = 0;
    qint64 bytesToSend = 0;
    qint64 bytesReceived = 0;
    qint64 bytesToReceive = -1; // -1 when the service does not say

    bool operator==(const Progress &) const = default;
};

// One request on its way. Ends exactly once, whatever happens.
class ExecutionRun : public QObject
{
    Q_OBJECT

public:
    // Asks the run to stop; it then ends with FaultKind::Cancelled, keeping what had arrived. Harmless afterwards.
    virtual void cancel() = 0;

Q_SIGNALS:
    void progress(const actionscope::executor::Progress &progress);
    // While a body takes its time: a copy of its beginning, told again when four times as much has arrived, or after a
    // second while it is small. At most Beginning::largest bytes.
    void arriving(const QByteArray &beginning);
    // `exchange.request` holds every header as it was sent, with the key as its placeholder.
    void finished(const actionscope::api::Exchange &exchange);

protected:
    using QObject::QObject;
};

} // namespace actionscope::executor
