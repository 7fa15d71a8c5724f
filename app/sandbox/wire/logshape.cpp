// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/wire/logshape.h"

#include "app/json/document.h"
#include "app/json/writer.h"
#include "app/sandbox/performer.h"
#include "app/sandbox/requestlog/loggedrequest.h"
#include "app/sandbox/wire/common.h"

namespace actionscope::sandbox {

namespace {

constexpr const char *searchable[] = {"action_key", "app_key", "entity_id", "connected_account_id", "integration_id",
    "execution_status", "response"};

QByteArray requestOf(const LoggedExecution &entry)
{
    LoggedRequest logged;
    logged.request.path = "/execute";
    logged.request.body = entry.request;
    return withoutSecrets(logged).request.body;
}

QByteArray jsonOrEmpty(const QByteArray &bytes)
{
    return json::Document::parse(bytes).isValid() ? bytes : QByteArrayLiteral("{}");
}

QString statusOf(const LoggedExecution &entry)
{
    return entry.isSuccessful ? QStringLiteral("success") : QStringLiteral("failed");
}

QByteArray appJson(const LoggedExecution &entry)
{
    json::ObjectWriter app;
    app.addString("uniqueId", entry.appKey);
    app.addString("name", entry.appKey);
    app.addString("icon", QString());
    return app.finished();
}

} // namespace

QByteArray oldLogJson(const LoggedExecution &entry)
{
    const QString time = entry.time.toString(Qt::ISODateWithMs);
    json::ObjectWriter meta;
    meta.addString("id", entry.id);
    meta.addString("request", QString::fromUtf8(requestOf(entry)));
    meta.addString("response", entry.isSuccessful ? QString::fromUtf8(entry.response) : QString());
    meta.addString("errorRequest", entry.isSuccessful ? QString() : entry.error);
    meta.addString("provider", entry.appKey);
    meta.addString("actionName", entry.action);
    meta.addString("clientId", integrationUuid(QStringLiteral("client")));
    meta.addString("connectionId", entry.accountUuid);
    meta.addString("type", QStringLiteral("action"));
    meta.addString("createdAt", time);
    meta.addString("updatedAt", time);
    json::ObjectWriter body;
    body.addString("id", entry.id);
    body.addString("connectionId", entry.accountUuid);
    body.addString("clientId", integrationUuid(QStringLiteral("client")));
    body.addString("status", entry.isSuccessful ? QStringLiteral("success") : QStringLiteral("error"));
    body.addString("appName", entry.appKey);
    body.addString("createdAt", time);
    body.addString("type", QStringLiteral("action"));
    body.addRaw("meta", meta.finished());
    return body.finished();
}

QByteArray executionLogJson(const LoggedExecution &entry)
{
    constexpr qsizetype shortest = 200;
    json::ObjectWriter body;
    body.addString("id", entry.id);
    body.addString("actionKey", entry.action);
    body.addRaw("app", appJson(entry));
    body.addString("appKey", entry.appKey);
    body.addString("connectedAccountId", entry.accountUuid);
    body.addString("entityId", entry.user);
    body.addString("status", statusOf(entry));
    body.addInteger("executionTime", entry.microseconds / 1000);
    body.addString("minimalResponse",
        entry.isSuccessful ? QString::fromUtf8(entry.response).left(shortest) : entry.error.left(shortest));
    body.addInteger("createdAt", entry.time.toMSecsSinceEpoch());
    return body.finished();
}

QByteArray wholeLogJson(const LoggedExecution &entry)
{
    const qint64 end = entry.time.toMSecsSinceEpoch();
    json::ObjectWriter connection;
    connection.addString("id", entry.accountUuid);
    connection.addString("entity", entry.user);
    json::ObjectWriter session;
    if (!entry.session.isEmpty())
        session.addString("sessionId", entry.session);
    json::ObjectWriter error;
    if (!entry.isSuccessful)
        error.addString("message", entry.error);
    json::ObjectWriter body;
    body.addString("actionLogId", entry.id);
    body.addString("actionId", entry.action);
    body.addRaw("app", appJson(entry));
    body.addRaw("connection", connection.finished());
    body.addInteger("startTime", end - entry.microseconds / 1000);
    body.addInteger("endTime", end);
    body.addString("totalDuration", QString::number(double(entry.microseconds) / 1000, 'f', 3));
    body.addString("status", entry.isSuccessful ? QStringLiteral("success") : QStringLiteral("error"));
    body.addRaw("payloadReceived", jsonOrEmpty(requestOf(entry)));
    body.addRaw("response", jsonOrEmpty(entry.response));
    body.addRaw("error", error.finished());
    body.addRaw("session", session.finished());
    body.addRaw("executionMetadata", "{}");
    body.addRaw("steps", "[]");
    body.addString("version", toolVersions().first());
    return body.finished();
}

QByteArray logFieldsJson()
{
    QStringList names;
    for (const char *name : searchable)
        names.append(QLatin1String(name));
    json::ObjectWriter body;
    body.addRaw("fields", stringsJson(names));
    return body.finished();
}

QString logField(const LoggedExecution &entry, const QString &name)
{
    const QStringList values {entry.action, entry.appKey, entry.user, entry.accountUuid, entry.configUuid,
        statusOf(entry), QString::fromUtf8(entry.response) + entry.error};
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (name == QLatin1String(searchable[i]))
            return values[i];
    }
    return {};
}

} // namespace actionscope::sandbox
