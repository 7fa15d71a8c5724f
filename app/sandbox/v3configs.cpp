// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/v3configs.h"

#include "app/base/tr.h"
#include "app/sandbox/gate.h"
#include "app/sandbox/selection.h"
#include "app/sandbox/wire/bodyreader.h"
#include "app/sandbox/wire/v3accountshape.h"

namespace actionscope::sandbox {

namespace {

void show(const Endpoints &from, Exchange &exchange, const Captures &captures)
{
    if (const AuthConfig *config = namedConfig(from, exchange, captures.first())) {
        const auto connections = chosenAccounts(from.accounts, {.configs = {config->uuid}}).size();
        exchange.answer({.body = v3::configJson(*config, connections)});
    }
}

void create(const Endpoints &from, Exchange &exchange, const Captures &)
{
    const auto body = readBody(exchange.request().body, QStringLiteral("config-new-v3.schema.json"));
    if (!body)
        return refuse(exchange, body.error());
    const json::Value wish = body->root().member(u"auth_config");
    AuthConfig config;
    config.appKey = body->root().member(u"toolkit").member(u"slug").toString();
    config.name = wish.member(u"name").toString();
    config.isManaged = wish.member(u"type").toString() != QLatin1String("use_custom_auth");
    config.authScheme = config.isManaged ? QString() : wish.member(u"authScheme").toString();
    if (const json::Value credentials = wish.member(u"credentials"); credentials.isObject())
        config.credentials = credentials.raw().toByteArray();
    const auto added = from.connector.addConfig(std::move(config));
    if (!added)
        return refuse(exchange, added.error());
    exchange.answer({.status = 201, .body = v3::newConfigJson(*added)});
}

void keepAndAnswer(const Endpoints &from, Exchange &exchange, AuthConfig config)
{
    const auto kept = from.connector.keep(std::move(config));
    if (!kept)
        return refuse(exchange, kept.error());
    exchange.answer({.body = v3::successJson()});
}

void change(const Endpoints &from, Exchange &exchange, const Captures &captures)
{
    const AuthConfig *found = namedConfig(from, exchange, captures.first());
    if (!found)
        return;
    const auto body = readBody(exchange.request().body, QStringLiteral("config-change-v3.schema.json"));
    if (!body)
        return refuse(exchange, body.error());
    AuthConfig config = *found;
    if (const json::Value credentials = body->root().member(u"credentials"); credentials.isObject())
        config.credentials = credentials.raw().toByteArray();
    keepAndAnswer(from, exchange, std::move(config));
}

void setStatus(const Endpoints &from, Exchange &exchange, const Captures &captures)
{
    const AuthConfig *found = namedConfig(from, exchange, captures.first());
    if (!found)
        return;
    const QString status = captures.last();
    if (status != QLatin1String("ENABLED") && status != QLatin1String("DISABLED")) {
        return refuse(exchange,
            {RefusalKind::BadBody, Tr::tr("\"%1\" is no status of an auth config.").arg(status),
                Tr::tr("End the path in ENABLED or DISABLED.")});
    }
    AuthConfig config = *found;
    config.isDisabled = status == QLatin1String("DISABLED");
    keepAndAnswer(from, exchange, std::move(config));
}

void remove(const Endpoints &from, Exchange &exchange, const Captures &captures)
{
    const AuthConfig *found = namedConfig(from, exchange, captures.first());
    if (!found)
        return;
    AuthConfig config = *found;
    config.isDeleted = true;
    keepAndAnswer(from, exchange, std::move(config));
}

} // namespace

void addV3Configs(Router *router, const Endpoints &endpoints)
{
    for (const api::ApiVersion version : {api::ApiVersion::V3, api::ApiVersion::V31}) {
        const QByteArray prefix = api::pathPrefix(version) + "/auth_configs";
        const auto add = [&](const QByteArray &method, const QByteArray &path, const EndpointHandler &handler) {
            router->add(method, prefix + path, [endpoints, handler](Exchange &exchange, const Captures &captures) {
                handler(endpoints, exchange, captures);
            });
        };
        add("POST", {}, create);
        add("GET", "/{id}", show);
        add("PATCH", "/{id}", change);
        add("DELETE", "/{id}", remove);
        add("PATCH", "/{id}/{status}", setStatus);
    }
}

} // namespace actionscope::sandbox
