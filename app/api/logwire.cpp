// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/logwire.h"

#include "app/api/listreading.h"
#include "app/base/tr.h"
#include "app/json/document.h"
#include "app/json/writer.h"

#include <QUrl>
#include <QUrlQuery>

namespace actionscope::api {

namespace {

HttpRequest getRequest(const QByteArray &path) { return {"GET", path, {{"Accept", "application/json"}}, {}}; }

HttpRequest postRequest(const QByteArray &path, const QByteArray &body)
{
    return {"POST", path, {{"Accept", "application/json"}, {"Content-Type", "application/json"}}, body};
}

void addCondition(json::ArrayWriter &conditions, const char *field, const QString &value)
{
    if (value.isEmpty())
        return;
    json::ObjectWriter one;
    one.addString("field", QString::fromLatin1(field));
    one.addString("operation", QStringLiteral("equals"));
    one.addString("value", value);
    conditions.addRaw(one.finished());
}

QString statusWord(bool wasSuccessful, const char *failed) { return wasSuccessful ? QStringLiteral("success") : QString::fromLatin1(failed); }

// v2 and v3 ask the same, with other names.
QByteArray searchBody(const LogQuery &query, bool isOld)
{
    json::ArrayWriter conditions;
    addCondition(conditions, "action_key", query.actionId);
    addCondition(conditions, "app_key", query.appName);
    addCondition(conditions, "entity_id", query.entityId);
    addCondition(conditions, "connected_account_id", query.connectedAccountId);
    if (query.wasSuccessful)
        addCondition(conditions, "execution_status", statusWord(*query.wasSuccessful, "failed"));
    json::ObjectWriter body;
    body.addRaw(isOld ? "searchParams" : "search_params", conditions.finished());
    bool isNumber = false;
    const qint64 number = query.cursor.toLongLong(&isNumber);
    if (isNumber)
        body.addInteger("cursor", number);
    else if (!query.cursor.isEmpty())
        body.addString("cursor", query.cursor);
    else if (!isOld)
        body.addNull("cursor"); // which v3 wants to see
    body.addInteger("limit", query.limit);
    if (query.from.isValid())
        body.addInteger("from", query.from.toMSecsSinceEpoch());
    if (query.to.isValid())
        body.addInteger("to", query.to.toMSecsSinceEpoch());
    return body.finished();
}

// v1 knows spans that end now, and no others.
QString spanSince(const QDateTime &from)
{
    constexpr qint64 minute = 60;
    constexpr qint64 day = 24 * 60 * minute;
    const std::pair<qint64, const char *> spans[]
        = {{5 * minute, "5m"}, {30 * minute, "30m"}, {6 * 60 * minute, "6h"}, {day, "1d"}, {7 * day, "1w"}, {30 * day, "1month"}};
    const qint64 age = from.secsTo(QDateTime::currentDateTimeUtc());
    for (const auto &[seconds, word] : spans) {
        if (age <= seconds)
            return QLatin1String(word);
    }
    return QStringLiteral("1y");
}

HttpRequest oldestSearch(const LogQuery &query)
{
    QUrlQuery words;
    const auto add = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            words.addQueryItem(QLatin1String(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add("entityId", query.entityId);
    add("search", query.actionId);
    add("status", query.wasSuccessful ? statusWord(*query.wasSuccessful, "error") : QStringLiteral("all"));
    add("time", query.from.isValid() ? spanSince(query.from) : QString());
    add("limit", QString::number(query.limit));
    add("cursor", query.cursor);
    return getRequest("/api/v1/logs/?" + words.query(QUrl::FullyEncoded).toLatin1());
}

QByteArray prefixOf(ApiVersion version) { return version == ApiVersion::V3 ? "/api/v3" : "/api/v3.1"; }

// JSON as it stands, or what a text holds: v1 packs JSON into strings.
QByteArray bytesOf(const json::Value &value)
{
    if (!value.isValid() || value.isNull())
        return {};
    return value.isString() ? value.toString().toUtf8() : value.raw().toByteArray();
}

bool isEmptyJson(const QByteArray &bytes) { return bytes.isEmpty() || bytes == "{}" || bytes == "[]"; }

json::Value firstOf(const json::Value &object, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        const json::Value value = object.member(name);
        if (value.isValid() && !value.isNull())
            return value;
    }
    return {};
}

std::optional<bool> successOf(const json::Value &entry)
{
    const QString word = looseText(entry, {u"status", u"execution_status"}).toLower();
    if (word.startsWith(QLatin1String("succ")))
        return true;
    return word.isEmpty() ? std::nullopt : std::optional(false);
}

LogEntry readEntry(const json::Value &entry)
{
    const json::Value meta = entry.member(u"meta"); // v1
    const json::Value connection = entry.member(u"connection"); // one log alone
    LogEntry read;
    read.id = looseText(entry, {u"id", u"actionLogId", u"log_id", u"logId"});
    read.time = looseTime(firstOf(entry, {u"createdAt", u"created_at", u"startTime", u"start_time"}));
    read.actionId = looseText(entry, {u"actionKey", u"action_key", u"actionId", u"action_id", u"toolSlug", u"tool_slug"});
    read.appName = looseText(entry, {u"appKey", u"app_key", u"appName", u"toolkit_slug"});
    read.entityId = looseText(entry, {u"entityId", u"entity_id", u"user_id"});
    read.connectedAccountId = looseText(entry, {u"connectedAccountId", u"connected_account_id", u"connectionId"});
    read.isSuccessful = successOf(entry);
    read.milliseconds = looseCount(firstOf(entry, {u"executionTime", u"execution_time", u"totalDuration", u"total_duration"})).value_or(-1);
    read.summary = looseText(entry, {u"minimalResponse", u"minimal_response"});
    if (meta.isValid()) {
        read.actionId = looseText(meta, {u"actionName"});
        read.request = bytesOf(meta.member(u"request"));
        read.response = bytesOf(meta.member(u"response"));
        read.summary = looseText(meta, {u"errorRequest"});
    }
    if (connection.isValid()) {
        read.connectedAccountId = looseText(connection, {u"id"});
        read.entityId = looseText(connection, {u"entity", u"entityId", u"user_id"});
    }
    if (read.appName.isEmpty())
        read.appName = looseText(entry.member(u"app"), {u"uniqueId", u"name"});
    return read;
}

Result<json::Document> readDocument(const QByteArray &body)
{
    const json::Document document = json::Document::parse(body);
    if (const auto error = document.error()) {
        return failure(ErrorCode::Unreadable, Tr::tr("The log is not JSON: byte %1: %2.").arg(error->offset).arg(error->reason));
    }
    return document;
}

} // namespace

QList<HttpRequest> logSearches(const LogQuery &query, ApiVersion version)
{
    if (version == ApiVersion::V2)
        return {postRequest("/api/v2/actions/logs/all/", searchBody(query, true)), oldestSearch(query)};
    QList<HttpRequest> searches {postRequest(prefixOf(version) + "/internal/action_execution/logs", searchBody(query, false))};
    if (version == ApiVersion::V31)
        searches.append(postRequest("/api/v3.1/logs/tool_execution", searchBody(query, false)));
    return searches;
}

QList<HttpRequest> logRequests(const QString &id, ApiVersion version)
{
    const QByteArray encoded = QUrl::toPercentEncoding(id);
    if (version == ApiVersion::V2)
        return {getRequest("/api/v2/actions/logs/all/" + encoded)};
    return {getRequest(prefixOf(version) + "/internal/action_execution/log/" + encoded)};
}

Result<LogPage> readLogs(const QByteArray &body)
{
    const auto document = readDocument(body);
    if (!document)
        return Failure(document.error());
    const json::Value list = firstOf(document->root(), {u"data", u"items"});
    if (!list.isArray())
        return failure(ErrorCode::Unreadable, Tr::tr("The answer is JSON, but no list of executions."));
    LogPage page;
    for (json::Value entry = list.firstChild(); entry.isValid(); entry = entry.nextSibling()) {
        const LogEntry read = readEntry(entry);
        if (!read.id.isEmpty())
            page.entries.append(read);
    }
    page.nextCursor = looseText(document->root(), {u"nextCursor", u"next_cursor"});
    return page;
}

Result<LogEntry> readLog(const QByteArray &body)
{
    const auto document = readDocument(body);
    if (!document)
        return Failure(document.error());
    const json::Value root = document->root();
    LogEntry entry = readEntry(root);
    if (entry.id.isEmpty())
        return failure(ErrorCode::Unreadable, Tr::tr("The answer is JSON, but no log of an execution."));
    entry.request = bytesOf(firstOf(root, {u"payloadReceived", u"payload_received", u"request"}));
    entry.response = bytesOf(root.member(u"response"));
    const json::Value error = root.member(u"error");
    entry.summary = error.isObject() ? looseText(error, {u"message"}) : looseText(error);
    if (entry.summary.isEmpty() && error.isObject() && !isEmptyJson(bytesOf(error)))
        entry.summary = QString::fromUtf8(error.raw());
    entry.steps = bytesOf(root.member(u"steps"));
    for (QByteArray *bytes : {&entry.response, &entry.steps}) {
        if (isEmptyJson(*bytes))
            bytes->clear();
    }
    return entry;
}

} // namespace actionscope::api
