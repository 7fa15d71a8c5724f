// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/v2endpoints.h"

#include "app/base/tr.h"
#include "app/json/writer.h"
#include "app/sandbox/gate.h"
#include "app/sandbox/wire/v2shape.h"

#include <QUrlQuery>

#include <algorithm>

namespace actionscope::sandbox {

namespace {

// Names apart by commas, raw or encoded, or by repeating the parameter.
QStringList listParameter(const QUrlQuery &query, const QString &name)
{
    QStringList names;
    for (const QString &value : query.allQueryItemValues(name, QUrl::FullyDecoded))
        names += value.split(QLatin1Char(','), Qt::SkipEmptyParts);
    return names;
}

qint64 numberParameter(const QUrlQuery &query, const QString &name, qint64 standard, qint64 most)
{
    bool good = false;
    const qint64 number = query.queryItemValue(name).toLongLong(&good);
    return good ? std::clamp<qint64>(number, 1, most) : standard;
}

bool isWanted(const Account &account, const QUrlQuery &query)
{
    const QStringList apps = listParameter(query, QStringLiteral("appNames"));
    QStringList users = listParameter(query, QStringLiteral("entityId"));
    if (users.isEmpty())
        users = listParameter(query, QStringLiteral("user_uuid")); // its older name, still what SDKs send
    QStringList statuses = listParameter(query, QStringLiteral("status"));
    if (query.queryItemValue(QStringLiteral("showActiveOnly")) == QLatin1String("true"))
        statuses = QStringList {QStringLiteral("ACTIVE")};
    return (apps.isEmpty() || apps.contains(account.appKey, Qt::CaseInsensitive))
        && (users.isEmpty() || users.contains(account.user))
        && (statuses.isEmpty() || statuses.contains(account.status, Qt::CaseInsensitive));
}

void listAccounts(const Endpoints &endpoints, Exchange &exchange)
{
    QByteArray text = exchange.request().query;
    const QUrlQuery query(QString::fromLatin1(text.replace('+', "%20")));
    const qint64 pageSize = numberParameter(query, QStringLiteral("pageSize"), 100, 1000);
    const qint64 page = numberParameter(query, QStringLiteral("page"), 1, 1'000'000);
    qint64 position = 0;
    json::ArrayWriter items;
    for (const Account &account : endpoints.accounts.accounts()) {
        if (!isWanted(account, query))
            continue;
        if (position / pageSize == page - 1)
            items.addRaw(v2::accountJson(account));
        ++position;
    }
    json::ObjectWriter body;
    body.addRaw("items", items.finished());
    body.addInteger("page", page);
    body.addInteger("totalPages", (position + pageSize - 1) / pageSize);
    exchange.answer({.body = body.finished()});
}

void execute(const Endpoints &endpoints, Exchange &exchange, const QString &actionId)
{
    const auto order = v2::readExecute(actionId, exchange.request().body);
    if (!order)
        return refuse(exchange, order.error());
    const auto outcome = endpoints.performer.perform(*order);
    if (!outcome)
        return refuse(exchange, outcome.error());
    answerAfter(exchange, outcome->after, v2::executeReply(*order, *outcome));
}

} // namespace

void addV2Endpoints(Router *router, const Endpoints &endpoints)
{
    router->add("POST", "/api/v2/actions/{id}/execute",
        [endpoints](Exchange &exchange, const Captures &captures) { execute(endpoints, exchange, captures.first()); });
    router->add("GET", "/api/v2/actions/{id}", [endpoints](Exchange &exchange, const Captures &captures) {
        const Action *action = endpoints.registry.action(captures.first(), Qt::CaseInsensitive);
        if (!action)
            return refuse(exchange, actionNotFound(captures.first(), endpoints.registry));
        exchange.answer({.body = v2::actionJson(*action, *endpoints.registry.app(action->appKey))});
    });
    router->add("GET", "/api/v1/apps/{name}", [endpoints](Exchange &exchange, const Captures &captures) {
        const App *app = endpoints.registry.app(captures.first());
        if (!app) {
            return refuse(exchange,
                {RefusalKind::AppNotFound, Tr::tr("There is no app \"%1\" here.").arg(captures.first())});
        }
        exchange.answer({.body = v2::appJson(*app)});
    });
    router->add("GET", "/api/v1/connectedAccounts",
        [endpoints](Exchange &exchange, const Captures &) { listAccounts(endpoints, exchange); });
    router->add("GET", "/api/v1/connectedAccounts/{id}", [endpoints](Exchange &exchange, const Captures &captures) {
        const Account *account = endpoints.accounts.find(captures.first());
        if (!account) {
            return refuse(exchange,
                {RefusalKind::AccountNotFound,
                    Tr::tr("There is no connected account with the id \"%1\".").arg(captures.first())});
        }
        exchange.answer({.body = v2::accountJson(*account)});
    });
    router->add("GET", "/api/v1/client/auth/client_info", [endpoints](Exchange &exchange, const Captures &) {
        exchange.answer({.body = v2::clientInfoJson(endpoints.apiKey)});
    });
}

} // namespace actionscope::sandbox
