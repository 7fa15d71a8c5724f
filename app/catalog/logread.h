// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/logwire.h"
#include "app/catalog/serviceread.h"

namespace actionscope::catalog {

// One question to the service's own log of executions, read-only. Where the service does not know one way of asking, the
// next is taken. Secrets are taken out of what it answers.
class LogRead final : public QObject
{
    Q_OBJECT

public:
    LogRead(executor::Executor *executor, const executor::Destination &destination, const ReadPolicy &policy = {.retries = 2},
        QObject *parent = nullptr);

    // One of the two, once; found() or failed() follows.
    void search(const api::LogQuery &query, api::ApiVersion version);
    void load(const QString &id, api::ApiVersion version);
    void cancel();

    // Of the HTTP error that answered last, once failed; 0 when there was none.
    [[nodiscard]] int refusedStatus() const { return m_refusedStatus; }

Q_SIGNALS:
    // A load finds one entry.
    void found(const actionscope::api::LogPage &page);
    void failed(const actionscope::Error &error);

private:
    enum class Kind { Search, Load };

    void ask();
    void take(const api::Exchange &exchange);

    executor::Executor *m_executor;
    executor::Destination m_destination;
    ReadPolicy m_policy;
    QList<api::HttpRequest> m_ways; // that are left, the next first
    Kind m_kind = Kind::Search;
    QPointer<ServiceRead> m_read;
    int m_refusedStatus = 0;
};

// The entry without anything that looks like a secret, and without the key.
[[nodiscard]] api::LogEntry withoutSecrets(const api::LogEntry &entry, const QByteArray &apiKey);

} // namespace actionscope::catalog
