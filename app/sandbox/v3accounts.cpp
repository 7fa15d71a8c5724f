// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/v3accounts.h"

#include "app/base/tr.h"
#include "app/json/writer.h"
#include "app/sandbox/gate.h"
#include "app/sandbox/listquery.h"
#include "app/sandbox/wire/bodyreader.h"
#include "app/sandbox/wire/v3accountshape.h"

namespace actionscope::sandbox {

namespace {

void show(const Endpoints &from, Exchange &exchange, const Captures &captures)
{
    if (const Account *account = namedAccount(from, exchange, captures.first()))
        exchange.answer({.body = v3::accountJson(*account, from.accounts.findConfig(account->configUuid))});
}

void keepAndAnswer(const Endpoints &from, Exchange &exchange, Account account)
{
    const auto kept = from.connector.keep(std::move(account));
    if (!kept)
        return refuse(exchange, kept.error());
    exchange.answer({.body = v3::successJson()});
}

void remove(const Endpoints &from, Exchange &exchange, const Captures &captures)
{
    const Account *found = namedAccount(from, exchange, captures.first());
    if (!found)
        return;
    Account account = *found;
    account.isDeleted = true;
    keepAndAnswer(from, exchange, std::move(account));
}

void setStatus(const Endpoints &from, Exchange &exchange, const Captures &captures)
{
    const Account *found = namedAccount(from, exchange, captures.first());
    if (!found)
        return;
    const auto body = readBody(exchange.request().body, QStringLiteral("account-status-v3.schema.json"));
    if (!body)
        return refuse(exchange, body.error());
    Account account = *found;
    account.isDisabled = !body->root().member(u"enabled").toBool().value_or(true);
    keepAndAnswer(from, exchange, std::move(account));
}

void refresh(const Endpoints &from, Exchange &exchange, const Captures &captures)
{
    const Account *found = namedAccount(from, exchange, captures.first());
    if (!found)
        return;
    const auto body = readBody(exchange.request().body, QStringLiteral("refresh-v3.schema.json"));
    if (!body)
        return refuse(exchange, body.error());
    QString callback = body->root().member(u"redirect_url").toString();
    if (callback.isEmpty())
        callback = ListQuery(exchange.request()).text({"redirect_url"});
    const auto account = from.connector.restart(*found, callback);
    if (!account)
        return refuse(exchange, account.error());
    exchange.answer({.body = v3::refreshedJson(*account, from.connector.linkOf(*account))});
}

void link(const Endpoints &from, Exchange &exchange, const Captures &)
{
    const auto body = readBody(exchange.request().body, QStringLiteral("link-v3.schema.json"));
    if (!body)
        return refuse(exchange, body.error());
    const json::Value root = body->root();
    if (!actsFor(exchange, root.member(u"user_id").toString()))
        return;
    const auto account = from.connector.connect({.configId = root.member(u"auth_config_id").toString(),
        .user = root.member(u"user_id").toString(),
        .credentials = root.member(u"connection_data"),
        .callbackUrl = root.member(u"callback_url").toString(),
        .labels = {},
        .byLink = true});
    if (!account)
        return refuse(exchange, account.error());
    exchange.answer({.status = 201, .body = v3::linkJson(*account, from.connector.linkOf(*account))});
}

// Only with a client id or a credential of one's own: for what the service manages this path is retired.
void create(const Endpoints &from, Exchange &exchange, const Captures &)
{
    const auto body = readBody(exchange.request().body, QStringLiteral("connect-v3.schema.json"));
    if (!body)
        return refuse(exchange, body.error());
    const json::Value connection = body->root().member(u"connection");
    const QString configId = body->root().member(u"auth_config").member(u"id").toString();
    const AuthConfig *config = from.accounts.findConfig(configId);
    if (config && config->isManaged && config->authScheme.startsWith(QLatin1String("OAUTH"))) {
        return refuse(exchange,
            {RefusalKind::RetiredWay,
                Tr::tr("Accounts of the auth config %1, whose OAuth the service manages, are no longer made here.")
                    .arg(configId),
                Tr::tr("Use POST /connected_accounts/link.")});
    }
    const QString named = connection.member(u"user_id").toString();
    const QString user = named.isEmpty() ? QStringLiteral("default") : named;
    if (!actsFor(exchange, user))
        return;
    const json::Value value = connection.member(u"state").member(u"val");
    const QString callback = connection.member(u"callback_url").toString();
    const auto account = from.connector.connect({.configId = configId,
        .user = user,
        .credentials = value.isObject() ? value : connection.member(u"data"),
        .callbackUrl = callback.isEmpty() ? connection.member(u"redirect_uri").toString() : callback,
        .labels = {}});
    if (!account)
        return refuse(exchange, account.error());
    exchange.answer({.status = 201, .body = v3::newAccountJson(*account, from.connector.linkOf(*account))});
}

// From the ids of v1 and v2 to those of v3.
void showShortId(const Endpoints &from, Exchange &exchange, const Captures &)
{
    const ListQuery query(exchange.request());
    const QString uuid = query.text({"uuid"});
    const QString type = query.text({"type"});
    QString shortId;
    if (type == QLatin1String("AUTH_CONFIG")) {
        const AuthConfig *config = namedConfig(from, exchange, uuid);
        if (!config)
            return;
        shortId = config->shortId;
    } else if (type == QLatin1String("CONNECTED_ACCOUNT")) {
        const Account *account = namedAccount(from, exchange, uuid);
        if (!account)
            return;
        shortId = account->shortId;
    } else {
        return refuse(exchange,
            {RefusalKind::BadBody, Tr::tr("type is \"%1\".").arg(type),
                Tr::tr("Send CONNECTED_ACCOUNT or AUTH_CONFIG; the sandbox has no triggers.")});
    }
    json::ObjectWriter body;
    body.addString("nanoid", shortId);
    exchange.answer({.body = body.finished()});
}

} // namespace

void addV3Accounts(Router *router, const Endpoints &endpoints)
{
    for (const api::ApiVersion version : {api::ApiVersion::V3, api::ApiVersion::V31}) {
        const QByteArray prefix = api::pathPrefix(version);
        const auto add = [&](const QByteArray &method, const QByteArray &path, const EndpointHandler &handler) {
            router->add(method, prefix + path, [endpoints, handler](Exchange &exchange, const Captures &captures) {
                handler(endpoints, exchange, captures);
            });
        };
        add("POST", "/connected_accounts", create);
        add("POST", "/connected_accounts/link", link);
        add("GET", "/connected_accounts/{id}", show);
        add("DELETE", "/connected_accounts/{id}", remove);
        add("PATCH", "/connected_accounts/{id}/status", setStatus);
        add("POST", "/connected_accounts/{id}/refresh", refresh);
        add("GET", "/migration/get-nanoid", showShortId);
    }
}

} // namespace actionscope::sandbox
