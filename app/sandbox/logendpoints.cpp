// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/logendpoints.h"

#include "app/base/tr.h"
#include "app/json/writer.h"
#include "app/sandbox/gate.h"
#include "app/sandbox/listquery.h"
#include "app/sandbox/wire/bodyreader.h"
#include "app/sandbox/wire/logshape.h"

#include <QHash>

#include <functional>

namespace actionscope::sandbox {

namespace {

using Wanted = std::function<bool(const LoggedExecution &entry)>;

struct LogPage
{
    qint64 limit = 10;
    quint64 before = 0; // a cursor: older than the entry of this number; 0: from the newest on
};

// Newest first. The cursor is the number of the last entry given.
void answerPage(const Endpoints &from, Exchange &exchange, const LogPage &page, const Wanted &isWanted,
    QByteArray (*shape)(const LoggedExecution &entry))
{
    json::ArrayWriter items;
    qint64 given = 0;
    quint64 last = 0;
    bool hasMore = false;
    const auto &entries = from.log.entries();
    for (auto entry = entries.rbegin(); entry != entries.rend() && !hasMore; ++entry) {
        if ((page.before > 0 && entry->number >= page.before) || !isWanted(*entry))
            continue;
        hasMore = given == page.limit;
        if (hasMore)
            break;
        items.addRaw(shape(*entry));
        last = entry->number;
        ++given;
    }
    json::ObjectWriter body;
    body.addRaw("data", items.finished());
    if (!hasMore)
        body.addNull("nextCursor");
    else if (shape == oldLogJson)
        body.addString("nextCursor", QString::number(last));
    else
        body.addInteger("nextCursor", qint64(last));
    exchange.answer({.body = body.finished()});
}

using Spans = QHash<QString, qint64>;

const Spans &timeSpans()
{
    constexpr qint64 minute = 60;
    constexpr qint64 day = 24 * 60 * minute;
    static const Spans spans {{QStringLiteral("5m"), 5 * minute}, {QStringLiteral("30m"), 30 * minute},
        {QStringLiteral("6h"), 6 * 60 * minute}, {QStringLiteral("1d"), day}, {QStringLiteral("1w"), 7 * day},
        {QStringLiteral("1month"), 30 * day}, {QStringLiteral("1y"), 365 * day}};
    return spans;
}

Refusal badField(const QString &name, const QString &text, const QString &fix)
{
    const QString sentence = Tr::tr("%1 is \"%2\".").arg(name, text);
    return {RefusalKind::BadBody, sentence, fix, {{0, 0, QLatin1Char('/') + name, QStringLiteral("value"), sentence}}};
}

// A string or a number as text; nothing for null.
QString textOf(const json::Value &value)
{
    if (const auto number = value.toInteger())
        return QString::number(*number);
    return value.isNumber() ? QString::fromUtf8(value.raw()) : value.toString();
}

tl::expected<LogPage, Refusal> pageOf(const QString &cursor, const QString &limit, qint64 standardLimit)
{
    bool isCursor = true;
    bool isLimit = true;
    LogPage page {standardLimit, cursor.isEmpty() ? 0 : cursor.toULongLong(&isCursor)};
    if (!isCursor)
        return tl::unexpected(badCursor());
    if (!limit.isEmpty())
        page.limit = qMin<qint64>(limit.toLongLong(&isLimit), ListQuery::largestPage);
    if (!isLimit || page.limit < 1)
        return tl::unexpected(badField(QStringLiteral("limit"), limit, Tr::tr("Send a number from 1 on.")));
    return page;
}

tl::expected<QDateTime, Refusal> sinceOf(const QString &time)
{
    if (time.isEmpty())
        return QDateTime();
    const auto span = timeSpans().constFind(time);
    if (span == timeSpans().constEnd()) {
        return tl::unexpected(badField(QStringLiteral("time"), time,
            Tr::tr("Send one of: %1.").arg(QLatin1String("5m, 30m, 6h, 1d, 1w, 1month, 1y"))));
    }
    return QDateTime::currentDateTimeUtc().addSecs(-*span);
}

bool holds(const LoggedExecution &entry, const QString &text)
{
    return entry.action.contains(text, Qt::CaseInsensitive) || entry.error.contains(text, Qt::CaseInsensitive)
        || QString::fromUtf8(entry.request + entry.response).contains(text, Qt::CaseInsensitive);
}

void listOld(const Endpoints &from, Exchange &exchange, const Captures &)
{
    const ListQuery query(exchange.request());
    const QString status = query.text({"status"});
    const QString search = query.text({"search"});
    const QString user = query.text({"entityId"});
    const QString config = query.text({"integrationId"});
    const QString session = query.text({"sessionId"});
    const bool isOfTriggers = query.text({"logsType"}) == QLatin1String("trigger"); // the sandbox has none
    const auto since = sinceOf(query.text({"time"}));
    if (!since)
        return refuse(exchange, since.error());
    constexpr qint64 standardLimit = 10;
    const auto page = pageOf(query.text({"cursor"}), query.text({"limit"}), standardLimit);
    if (!page)
        return refuse(exchange, page.error());
    const Wanted isWanted = [=, start = *since](const LoggedExecution &entry) {
        const bool isInState = status.isEmpty() || status == QLatin1String("all")
            || entry.isSuccessful == (status == QLatin1String("success"));
        return !isOfTriggers && isInState && (user.isEmpty() || entry.user == user)
            && (config.isEmpty() || entry.configUuid == config) && (session.isEmpty() || entry.session == session)
            && (!start.isValid() || entry.time >= start) && (search.isEmpty() || holds(entry, search));
    };
    answerPage(from, exchange, *page, isWanted, oldLogJson);
}

// An entry that the client writes itself.
void takeIn(const Endpoints &from, Exchange &exchange, const Captures &)
{
    const auto body = readBody(exchange.request().body, QStringLiteral("log-new-v1.schema.json"));
    if (!body)
        return refuse(exchange, body.error());
    const json::Value root = body->root();
    const auto jsonOf = [&root](QStringView name) {
        const json::Value value = root.member(name);
        return value.isString() ? value.toString().toUtf8() : value.raw().toByteArray();
    };
    LoggedExecution entry;
    entry.time = QDateTime::currentDateTimeUtc();
    entry.action = root.member(u"actionName").toString();
    entry.appKey = root.member(u"providerName").toString();
    entry.user = root.member(u"entityId").toString();
    entry.accountUuid = root.member(u"connectionId").toString();
    entry.session = root.member(u"sessionId").toString();
    entry.request = jsonOf(u"request");
    entry.response = jsonOf(u"response");
    entry.isSuccessful = !root.member(u"isError").toBool().value_or(false);
    if (!entry.isSuccessful)
        entry.error = QString::fromUtf8(entry.response);
    from.log.add(std::move(entry));
    exchange.answer({.body = R"({"isIngested":true})"});
}

bool fits(const LoggedExecution &entry, const json::Value &condition, Qt::CaseSensitivity sensitivity)
{
    const QString field = logField(entry, condition.member(u"field").toString());
    const json::Value wanted = condition.member(u"value");
    const QString text = wanted.isString() ? wanted.toString() : QString::fromUtf8(wanted.raw());
    const QString operation = condition.member(u"operation").toString().toLower();
    if (operation.contains(QLatin1String("contain")))
        return field.contains(text, sensitivity) != operation.startsWith(QLatin1String("not"));
    if (operation.contains(QLatin1String("not")) || operation == QLatin1String("!="))
        return field.compare(text, sensitivity) != 0;
    return field.compare(text, sensitivity) == 0;
}

// Milliseconds since 1970, seconds where they are few, or ISO 8601.
QDateTime timeOf(const json::Value &value)
{
    constexpr qint64 firstOfMilliseconds = 100'000'000'000;
    if (value.isString() && value.toString().contains(QLatin1Char('-')))
        return QDateTime::fromString(value.toString(), Qt::ISODate);
    const qint64 number = value.isString() ? value.toString().toLongLong() : value.toInteger().value_or(0);
    if (number <= 0)
        return {};
    return number < firstOfMilliseconds ? QDateTime::fromSecsSinceEpoch(number) : QDateTime::fromMSecsSinceEpoch(number);
}

void search(const Endpoints &from, Exchange &exchange, bool isOld)
{
    const auto body = readBody(exchange.request().body,
        isOld ? QStringLiteral("log-search-v2.schema.json") : QStringLiteral("log-search-v3.schema.json"));
    if (!body)
        return refuse(exchange, body.error());
    const json::Value root = body->root();
    const json::Value conditions = root.member(isOld ? u"searchParams" : u"search_params");
    const bool isCaseSensitive
        = root.member(isOld ? u"caseSensitive" : u"case_sensitive").toBool().value_or(false);
    const QDateTime after = timeOf(root.member(u"from"));
    const QDateTime until = timeOf(root.member(u"to"));
    for (const QString &name : {QStringLiteral("from"), QStringLiteral("to")}) {
        const QString text = textOf(root.member(name));
        if (!text.isEmpty() && text != QLatin1String("0") && !timeOf(root.member(name)).isValid()) {
            return refuse(exchange,
                badField(name, text, Tr::tr("Send milliseconds since 1970, or a time as ISO 8601 has it.")));
        }
    }
    constexpr qint64 standardLimit = 20;
    const auto page = pageOf(textOf(root.member(u"cursor")), textOf(root.member(u"limit")), standardLimit);
    if (!page)
        return refuse(exchange, page.error());
    const Wanted isWanted = [&](const LoggedExecution &entry) {
        bool isFit = (!after.isValid() || entry.time >= after) && (!until.isValid() || entry.time <= until);
        for (json::Value each = conditions.firstChild(); isFit && each.isValid(); each = each.nextSibling())
            isFit = fits(entry, each, isCaseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive);
        return isFit;
    };
    answerPage(from, exchange, *page, isWanted, executionLogJson);
}

void show(const Endpoints &from, Exchange &exchange, const Captures &captures)
{
    if (const LoggedExecution *entry = from.log.find(captures.first()))
        return exchange.answer({.body = wholeLogJson(*entry)});
    refuse(exchange,
        {RefusalKind::PathNotFound, Tr::tr("There is no log with the id \"%1\".").arg(captures.first()),
            Tr::tr("The sandbox keeps the last thousand executions of its run.")});
}

} // namespace

void addLogEndpoints(Router *router, const Endpoints &endpoints)
{
    const auto add = [&](const QByteArray &method, const QByteArray &path, const EndpointHandler &handler) {
        router->add(method, path, [endpoints, handler](Exchange &exchange, const Captures &captures) {
            handler(endpoints, exchange, captures);
        });
    };
    const auto searchOld = [](const Endpoints &from, Exchange &exchange, const Captures &) {
        search(from, exchange, true);
    };
    const auto searchNew = [](const Endpoints &from, Exchange &exchange, const Captures &) {
        search(from, exchange, false);
    };
    for (const char *end : {"", "/"}) { // the documents write the slash
        add("GET", QByteArray("/api/v1/logs") + end, listOld);
        add("POST", QByteArray("/api/v1/logs") + end, takeIn);
        add("POST", QByteArray("/api/v2/actions/logs/all") + end, searchOld);
    }
    add("GET", "/api/v2/actions/logs/all/fields",
        [](const Endpoints &, Exchange &exchange, const Captures &) { exchange.answer({.body = logFieldsJson()}); });
    add("GET", "/api/v2/actions/logs/all/{id}", show);
    for (const QByteArray prefix : {"/api/v3", "/api/v3.1"}) {
        add("POST", prefix + "/internal/action_execution/logs", searchNew);
        add("POST", prefix + "/logs/tool_execution", searchNew);
        add("GET", prefix + "/internal/action_execution/log/{id}", show);
    }
}

} // namespace actionscope::sandbox
