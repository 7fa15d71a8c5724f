// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/executor/executor.h"

#include <QPointer>
#include <QTimer>

#include <optional>

namespace actionscope::catalog {

// How patient a read is. Only reads are tried again, executions never.
struct ReadPolicy
{
    int retries = 3; // after 429 and 5xx
    std::chrono::milliseconds firstPause = std::chrono::seconds(1); // doubled each time, where the service names none
    std::chrono::milliseconds longestPause = std::chrono::seconds(60); // asked to wait longer, it gives up
    std::chrono::milliseconds timeout = std::chrono::seconds(60); // of one try
};

// One GET. Where the service is busy it waits as long as Retry-After asks and tries again.
class ServiceRead final : public QObject
{
    Q_OBJECT

public:
    ServiceRead(const api::HttpRequest &request, const executor::Destination &destination, const ReadPolicy &policy,
        executor::Executor *executor, QObject *parent = nullptr);

    void start();
    // Ends soon with FaultKind::Cancelled, also in the middle of a pause. Harmless afterwards.
    void cancel();

Q_SIGNALS:
    // The service is busy; the next try follows after this time.
    void pausing(std::chrono::milliseconds pause);
    // Exactly once.
    void finished(const actionscope::api::Exchange &exchange);

private:
    void tryOnce();
    void takeAnswer(const api::Exchange &exchange);
    [[nodiscard]] std::optional<std::chrono::milliseconds> pauseAfter(const api::HttpAnswer &answer) const;

    api::HttpRequest m_request;
    executor::Destination m_destination;
    ReadPolicy m_policy;
    executor::Executor *m_executor;
    QPointer<executor::ExecutionRun> m_run;
    QTimer m_pause;
    api::Exchange m_last;
    int m_tries = 0;
    bool m_isOver = false;
};

// Why the exchange brought nothing to read, as a sentence; nothing when it did. `what` is what was asked for.
[[nodiscard]] std::optional<Error> readError(const api::Exchange &exchange, const QString &what);
// Delay in seconds or a date, as it stands in Retry-After; nothing when it is neither.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &text, const QDateTime &now);

} // namespace actionscope::catalog
