// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/apiversion.h"
#include "app/api/httpmessage.h"
#include "app/base/error.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace actionscope::api {

// Which executions of the service's own log are wanted (contract §9.5). What is empty does not narrow.
struct LogQuery
{
    QString actionId = {};
    QString appName = {};
    QString entityId = {};
    QString connectedAccountId = {};
    std::optional<bool> wasSuccessful = {};
    QDateTime from = {};
    QDateTime to = {};
    int limit = 20;
    QString cursor = {}; // from the page before

    bool operator==(const LogQuery &) const = default;
};

// One execution as the service remembers it; a list leaves the JSON fields empty.
struct LogEntry
{
    QString id = {};
    QDateTime time = {}; // UTC
    QString actionId = {};
    QString appName = {};
    QString entityId = {};
    QString connectedAccountId = {};
    std::optional<bool> isSuccessful = {};
    qint64 milliseconds = -1;
    QString summary = {}; // the beginning of the answer, or the error
    QByteArray request = {}; // JSON: the payload it received
    QByteArray response = {};
    QByteArray steps = {}; // JSON array; empty where there are none

    bool operator==(const LogEntry &) const = default;
};

struct LogPage
{
    QList<LogEntry> entries = {}; // newest first, as the service gives them
    QString nextCursor = {}; // empty after the last page
};

// The questions, all of them reads, the best first: where a service does not know one (404, 405, 410), the next may be
// asked. v2 falls back to v1.
[[nodiscard]] QList<HttpRequest> logSearches(const LogQuery &query, ApiVersion version);
[[nodiscard]] QList<HttpRequest> logRequests(const QString &id, ApiVersion version);

// The answers of any of them, read leniently. A failure is a body that is no log.
[[nodiscard]] Result<LogPage> readLogs(const QByteArray &body);
[[nodiscard]] Result<LogEntry> readLog(const QByteArray &body);

} // namespace actionscope::api
