// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/v1integrations.h"

#include "app/json/writer.h"
#include "app/sandbox/gate.h"
#include "app/sandbox/listquery.h"
#include "app/sandbox/selection.h"
#include "app/sandbox/wire/bodyreader.h"
#include "app/sandbox/wire/common.h"
#include "app/sandbox/wire/v1shape.h"

namespace actionscope::sandbox {

namespace {

QByteArray shapeOf(const Endpoints &from, const AuthConfig &config)
{
    App app; // its file may have been taken away since
    app.key = config.appKey;
    const App *known = from.registry.app(config.appKey);
    return v1::integrationJson(config, known ? *known : app);
}

void answerPage(const Endpoints &from, Exchange &exchange, const ConfigWish &wish, const PageWish &page)
{
    const QList<const AuthConfig *> all = chosenConfigs(from.accounts, wish);
    json::ArrayWriter items;
    for (const AuthConfig *config : all.mid(qMin<qint64>(page.first(), all.size()), page.limit))
        items.addRaw(shapeOf(from, *config));
    json::ObjectWriter body;
    body.addRaw("items", items.finished());
    body.addInteger("page", page.page);
    body.addInteger("totalPages", (all.size() + page.limit - 1) / page.limit);
    exchange.answer({.body = body.finished()});
}

void list(const Endpoints &from, Exchange &exchange, const Captures &)
{
    constexpr qint64 standardLimit = 100;
    const ListQuery query(exchange.request());
    const ConfigWish wish {.apps = query.texts({"appName", "appNames"}),
        .withDisabled = query.text({"showDisabled"}) != QLatin1String("false")};
    answerPage(from, exchange, wish, query.numberedPage({"pageSize"}, standardLimit));
}

// By the apps and schemes of a filter.
void searchByFilters(const Endpoints &from, Exchange &exchange, const Captures &)
{
    const auto body = readBody(exchange.request().body, QStringLiteral("integration-search-v2.schema.json"));
    if (!body)
        return refuse(exchange, body.error());
    ConfigWish wish;
    const json::Value keys = body->root().member(u"app").member(u"uniqueKeys");
    for (json::Value key = keys.firstChild(); key.isValid(); key = key.nextSibling())
        wish.apps.append(key.toString());
    const QString one = body->root().member(u"app").member(u"uniqueKey").toString();
    if (!one.isEmpty())
        wish.apps.append(one);
    const QString scheme = body->root().member(u"config").member(u"authScheme").toString();
    if (!scheme.isEmpty())
        wish.schemes = QStringList(scheme);
    answerPage(from, exchange, wish, {1, ListQuery::largestPage});
}

void show(const Endpoints &from, Exchange &exchange, const Captures &captures)
{
    if (const AuthConfig *config = namedConfig(from, exchange, captures.first()))
        exchange.answer({.body = shapeOf(from, *config)});
}

const App *appNamed(const Endpoints &from, const QString &key, const QString &uuid)
{
    if (!key.isEmpty())
        return from.registry.app(key);
    for (const App &app : from.registry.apps()) {
        if (!uuid.isEmpty() && (appUuid(app) == uuid || app.key == uuid))
            return &app;
    }
    return nullptr;
}

// The flat body of v1 and the nested one of v2 say the same.
struct NewIntegration
{
    QString app;
    QString appUuid;
    QString name;
    QString scheme;
    json::Value secrets;
    bool isManaged = true;
};

NewIntegration readNew(const json::Value &root)
{
    const json::Value app = root.member(u"app");
    const json::Value config = root.member(u"config");
    NewIntegration made;
    made.app = app.isObject() ? app.member(u"uniqueKey").toString() : root.member(u"appName").toString();
    made.appUuid = root.member(u"appId").toString();
    const json::Value from = config.isObject() ? config : root;
    made.name = from.member(u"name").toString();
    made.scheme = from.member(u"authScheme").toString().toUpper();
    made.secrets = config.isObject() ? config.member(u"integrationSecrets") : root.member(u"authConfig");
    made.isManaged = from.member(u"useComposioAuth").toBool().value_or(made.secrets.count() == 0);
    return made;
}

void createWith(const Endpoints &from, Exchange &exchange, bool isReused)
{
    const auto body = readBody(exchange.request().body, QStringLiteral("integration-new.schema.json"));
    if (!body)
        return refuse(exchange, body.error());
    const NewIntegration wanted = readNew(body->root());
    const App *app = appNamed(from, wanted.app, wanted.appUuid);
    if (!app) {
        const QString named = wanted.app.isEmpty() ? wanted.appUuid : wanted.app;
        return refuse(exchange, appNotFound(named));
    }
    const AuthConfig *known = isReused ? from.accounts.configOf(app->key) : nullptr;
    if (known && (wanted.scheme.isEmpty() || wanted.scheme == known->authScheme))
        return exchange.answer({.body = shapeOf(from, *known)});
    AuthConfig config;
    config.appKey = app->key;
    config.name = wanted.name;
    config.authScheme = wanted.scheme;
    config.isManaged = wanted.isManaged;
    if (wanted.secrets.isObject())
        config.credentials = wanted.secrets.raw().toByteArray();
    const auto added = from.connector.addConfig(std::move(config));
    if (!added)
        return refuse(exchange, added.error());
    exchange.answer({.body = shapeOf(from, *added)});
}

void change(const Endpoints &from, Exchange &exchange, const Captures &captures)
{
    const AuthConfig *found = namedConfig(from, exchange, captures.first());
    if (!found)
        return;
    const auto body = readBody(exchange.request().body, QStringLiteral("integration-change.schema.json"));
    if (!body)
        return refuse(exchange, body.error());
    AuthConfig config = *found;
    config.isDisabled = !body->root().member(u"enabled").toBool().value_or(!config.isDisabled);
    if (const json::Value secrets = body->root().member(u"authConfig"); secrets.isObject())
        config.credentials = secrets.raw().toByteArray();
    const auto kept = from.connector.keep(std::move(config));
    if (!kept)
        return refuse(exchange, kept.error());
    exchange.answer({.body = v1::statusJson(QStringLiteral("success"))});
}

void remove(const Endpoints &from, Exchange &exchange, const Captures &captures)
{
    const AuthConfig *found = namedConfig(from, exchange, captures.first());
    if (!found)
        return;
    AuthConfig config = *found;
    config.isDeleted = true;
    const auto kept = from.connector.keep(std::move(config));
    if (!kept)
        return refuse(exchange, kept.error());
    exchange.answer({.body = v1::deletedJson(1)});
}

} // namespace

void addV1Integrations(Router *router, const Endpoints &endpoints)
{
    const auto add = [&](const QByteArray &method, const QByteArray &path, const EndpointHandler &handler) {
        router->add(method, path, [endpoints, handler](Exchange &exchange, const Captures &captures) {
            handler(endpoints, exchange, captures);
        });
    };
    const auto create = [](const Endpoints &from, Exchange &exchange, const Captures &) {
        createWith(from, exchange, false);
    };
    add("GET", "/api/v1/integrations", list);
    add("POST", "/api/v1/integrations", create);
    add("POST", "/api/v2/integrations/create", create);
    add("POST", "/api/v2/integrations/get-or-create",
        [](const Endpoints &from, Exchange &exchange, const Captures &) { createWith(from, exchange, true); });
    add("POST", "/api/v2/integrations/search-by-filters", searchByFilters);
    add("GET", "/api/v1/integrations/{id}", show);
    add("PATCH", "/api/v1/integrations/{id}", change);
    add("PATCH", "/api/v1/integrations/{id}/status", change);
    add("DELETE", "/api/v1/integrations/{id}", remove);
}

} // namespace actionscope::sandbox
