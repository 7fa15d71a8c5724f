// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/v1accounts.h"

#include "app/json/writer.h"
#include "app/sandbox/gate.h"
#include "app/sandbox/upstream/credentials.h"
#include "app/sandbox/wire/bodyreader.h"
#include "app/sandbox/wire/v1shape.h"

namespace actionscope::sandbox {

namespace {

QStringList labelsOf(const json::Value &labels)
{
    QStringList texts;
    for (json::Value label = labels.firstChild(); label.isValid(); label = label.nextSibling())
        texts.append(label.toString());
    return texts;
}

void show(const Endpoints &from, Exchange &exchange, const Captures &captures)
{
    if (const Account *account = namedAccount(from, exchange, captures.first()))
        exchange.answer({.body = v1::accountJson(*account)});
}

void showInfo(const Endpoints &from, Exchange &exchange, const Captures &captures)
{
    const Account *account = namedAccount(from, exchange, captures.first());
    if (!account)
        return;
    const App *known = from.registry.app(account->appKey);
    const App app = known ? *known : App();
    const json::Document connection = json::Document::parse(account->connection);
    const Credentials credentials = connectionCredentials(app, account->scheme, connection.root());
    exchange.answer({.body = v1::accountInfoJson(credentials), .secrets = credentials.secrets()});
}

// 201, and nothing else on v1 and v2 has it.
void setDisabled(const Endpoints &from, Exchange &exchange, const QString &id, bool isDisabled)
{
    const Account *found = namedAccount(from, exchange, id);
    if (!found)
        return;
    Account account = *found;
    account.isDisabled = isDisabled;
    const auto kept = from.connector.keep(std::move(account));
    if (!kept)
        return refuse(exchange, kept.error());
    exchange.answer({.status = 201, .body = v1::statusJson(QStringLiteral("success"))});
}

void remove(const Endpoints &from, Exchange &exchange, const Captures &captures)
{
    const Account *found = namedAccount(from, exchange, captures.first());
    if (!found)
        return;
    Account account = *found;
    account.isDeleted = true;
    const auto kept = from.connector.keep(std::move(account));
    if (!kept)
        return refuse(exchange, kept.error());
    exchange.answer({.body = v1::deletedJson(1)});
}

void removeAll(const Endpoints &from, Exchange &exchange, const Captures &)
{
    qint64 count = 0;
    const std::vector<Account> all = from.accounts.accounts(); // a copy, as each step changes the book
    for (Account account : all) {
        if (account.isDeleted || (!exchange.onlyUser().isEmpty() && account.user != exchange.onlyUser()))
            continue;
        account.isDeleted = true;
        if (const auto kept = from.connector.keep(std::move(account)); !kept)
            return refuse(exchange, kept.error());
        ++count;
    }
    exchange.answer({.body = v1::deletedJson(count)});
}

void changeData(const Endpoints &from, Exchange &exchange, const Captures &captures)
{
    const Account *found = namedAccount(from, exchange, captures.first());
    if (!found)
        return;
    const auto body = readBody(exchange.request().body, QStringLiteral("account-data-v1.schema.json"));
    if (!body)
        return refuse(exchange, body.error());
    Account account = *found;
    if (const json::Value labels = body->root().member(u"labels"); labels.isArray())
        account.labels = labelsOf(labels); // the rest of the object says nothing to the sandbox
    const auto kept = from.connector.keep(std::move(account));
    if (!kept)
        return refuse(exchange, kept.error());
    exchange.answer({.body = v1::statusJson(QStringLiteral("success"))});
}

void reinitiate(const Endpoints &from, Exchange &exchange, const Captures &captures)
{
    const Account *found = namedAccount(from, exchange, captures.first());
    if (!found)
        return;
    const auto body = readBody(exchange.request().body, QStringLiteral("reinitiate-v1.schema.json"));
    if (!body)
        return refuse(exchange, body.error());
    const auto account = from.connector.restart(*found, body->root().member(u"redirectUri").toString());
    if (!account)
        return refuse(exchange, account.error());
    exchange.answer({.body = v1::connectionJson(*account, from.connector.linkOf(*account))});
}

// The older way, by an integration's id.
void initiateOld(const Endpoints &from, Exchange &exchange, const Captures &)
{
    const auto body = readBody(exchange.request().body, QStringLiteral("connect-v1.schema.json"));
    if (!body)
        return refuse(exchange, body.error());
    const json::Value root = body->root();
    QString user = root.member(u"entityId").toString();
    if (user.isEmpty())
        user = root.member(u"userUuid").toString();
    if (user.isEmpty())
        user = QStringLiteral("default");
    if (!actsFor(exchange, user))
        return;
    const auto account = from.connector.connect({.configId = root.member(u"integrationId").toString(),
        .user = user,
        .credentials = root.member(u"data"),
        .callbackUrl = root.member(u"redirectUri").toString(),
        .labels = labelsOf(root.member(u"labels")),
        .isOld = true});
    if (!account)
        return refuse(exchange, account.error());
    exchange.answer({.body = v1::connectionJson(*account, from.connector.linkOf(*account))});
}

// The integration that is named, or the app's own, or a new one where the client brings its own client id.
tl::expected<AuthConfig, Refusal> configFor(const Endpoints &from, const json::Value &root, bool *isNew)
{
    const json::Value app = root.member(u"app");
    const json::Value wish = root.member(u"config");
    const QString id = app.member(u"integrationId").toString();
    const QString key = app.member(u"uniqueKey").toString();
    const QString scheme = wish.member(u"authScheme").toString().toUpper();
    const AuthConfig *config = id.isEmpty() ? from.accounts.configOf(key) : from.accounts.findConfig(id);
    const bool hasSecrets = wish.member(u"integrationSecrets").count() > 0;
    const bool isOther = config && !scheme.isEmpty() && config->authScheme != scheme;
    if (config && !config->isDeleted && (!id.isEmpty() || (!hasSecrets && !isOther)))
        return *config;
    if (!id.isEmpty())
        return tl::unexpected(integrationNotFound(id));
    AuthConfig made;
    made.appKey = key;
    made.name = wish.member(u"name").toString();
    made.authScheme = scheme;
    made.isManaged = !hasSecrets;
    if (hasSecrets)
        made.credentials = wish.member(u"integrationSecrets").raw().toByteArray();
    *isNew = true;
    return from.connector.addConfig(std::move(made));
}

void initiate(const Endpoints &from, Exchange &exchange, const Captures &)
{
    const auto body = readBody(exchange.request().body, QStringLiteral("connect-v2.schema.json"));
    if (!body)
        return refuse(exchange, body.error());
    const json::Value root = body->root();
    const json::Value wish = root.member(u"connection");
    const QString entity = wish.member(u"entityId").toString();
    const QString user = entity.isEmpty() ? QStringLiteral("default") : entity;
    if (!actsFor(exchange, user))
        return;
    bool isNew = false;
    const auto config = configFor(from, root, &isNew);
    if (!config)
        return refuse(exchange, config.error());
    const json::Value extra = wish.member(u"extra");
    const auto account = from.connector.connect({.configId = config->uuid,
        .user = user,
        .credentials = wish.member(u"initiateData"),
        .callbackUrl = extra.member(u"redirectURL").toString(),
        .labels = labelsOf(extra.member(u"labels")),
        .isOld = true});
    if (!account)
        return refuse(exchange, account.error());
    json::ObjectWriter integration;
    integration.addString("id", config->uuid);
    integration.addBool("isNewIntegration", isNew);
    json::ObjectWriter answer;
    answer.addRaw("integration", integration.finished());
    answer.addRaw("connectionResponse", v1::connectionJson(*account, from.connector.linkOf(*account)));
    exchange.answer({.body = answer.finished()});
}

} // namespace

void addV1Accounts(Router *router, const Endpoints &endpoints)
{
    const auto add = [&](const QByteArray &method, const QByteArray &path, const EndpointHandler &handler) {
        router->add(method, path, [endpoints, handler](Exchange &exchange, const Captures &captures) {
            handler(endpoints, exchange, captures);
        });
    };
    add("DELETE", "/api/v1/connectedAccounts/all", removeAll);
    add("GET", "/api/v1/connectedAccounts/{id}", show);
    add("DELETE", "/api/v1/connectedAccounts/{id}", remove);
    add("GET", "/api/v1/connectedAccounts/{id}/info", showInfo);
    add("PATCH", "/api/v1/connectedAccounts/{id}/data", changeData);
    add("POST", "/api/v1/connectedAccounts/{id}/reinitiate", reinitiate);
    add("POST", "/api/v1/connectedAccounts/{id}/enable",
        [](const Endpoints &from, Exchange &exchange, const Captures &captures) {
            setDisabled(from, exchange, captures.first(), false);
        });
    add("POST", "/api/v1/connectedAccounts/{id}/disable",
        [](const Endpoints &from, Exchange &exchange, const Captures &captures) {
            setDisabled(from, exchange, captures.first(), true);
        });
    add("POST", "/api/v1/connectedAccounts", initiateOld);
    add("POST", "/api/v2/connectedAccounts/initiateConnection", initiate);
}

} // namespace actionscope::sandbox
