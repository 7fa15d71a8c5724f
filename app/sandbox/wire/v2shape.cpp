// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/wire/v2shape.h"

#include "app/json/writer.h"
#include "app/sandbox/performer.h"
#include "app/sandbox/wire/bodyreader.h"
#include "app/sandbox/wire/common.h"

namespace actionscope::sandbox::v2 {

namespace {

struct Shape
{
    int status; // only 400, 401, 404, 408, 429, 500, 502: the JavaScript SDK falls over any other
    const char *type;
    const char *name; // null: the schema has none
};

Shape shapeOf(RefusalKind kind)
{
    switch (kind) {
    case RefusalKind::Unauthorised:
    case RefusalKind::KeyLacksScope:
        return {401, "UnauthorizedError", nullptr};
    case RefusalKind::ActionNotFound:
    case RefusalKind::VersionNotFound:
        return {404, "NotFoundError", "ActionNotFoundError"};
    case RefusalKind::AppNotFound:
        return {404, "NotFoundError", "AppNotFoundError"};
    case RefusalKind::AccountNotFound:
    case RefusalKind::AccountDeleted:
    case RefusalKind::ConnectionNotFound:
        return {404, "NotFoundError", "ConnectedAccountNotFoundError"};
    case RefusalKind::PathNotFound:
    case RefusalKind::ConfigNotFound:
        return {404, "NotFoundError", nullptr};
    case RefusalKind::TooSlow:
        return {408, "RequestTimeoutError", nullptr};
    case RefusalKind::Internal:
        return {500, "InternalServerError", nullptr};
    default:
        return {400, "BadRequestError", "BadRequestError"};
    }
}

// As class-validator nests it: one entry per place, the rule under the innermost name.
QByteArray detailJson(const QStringList &names, const schema::Problem &problem)
{
    json::ObjectWriter detail;
    detail.addString("property", names.isEmpty() ? QString() : names.first());
    json::ArrayWriter children;
    if (names.size() > 1)
        children.addRaw(detailJson(names.sliced(1), problem));
    detail.addRaw("children", children.finished());
    if (names.size() <= 1) {
        json::ObjectWriter constraints;
        constraints.addString(problem.rule.toUtf8(), problem.sentence);
        detail.addRaw("constraints", constraints.finished());
    }
    return detail.finished();
}

QByteArray detailsJson(const Refusal &refusal)
{
    json::ArrayWriter details;
    for (const schema::Problem &problem : refusal.details) {
        QStringList names = pointerNames(problem.path);
        if (refusal.kind == RefusalKind::InvalidInput)
            names.prepend(QStringLiteral("input"));
        details.addRaw(detailJson(names, problem));
    }
    return details.finished();
}

bool isPlainExecute(const json::Value &body)
{
    return isInputAndTexts(body, "\"input\"", {"\"connectedAccountId\"", "\"entityId\"", "\"appName\"", "\"text\""});
}

} // namespace

tl::expected<Order, Refusal> readExecute(const QString &actionId, const QByteArray &body)
{
    const auto document = readBody(body, QStringLiteral("execute-v2.schema.json"), isPlainExecute);
    if (!document)
        return tl::unexpected(document.error());
    const json::Value root = document->root();
    Order order;
    order.apiVersion = api::ApiVersion::V2;
    order.actionId = actionId;
    order.body = *document;
    order.input = root.member(u"input");
    order.text = root.member(u"text").toString();
    order.user = root.member(u"entityId").toString();
    order.accountId = root.member(u"connectedAccountId").toString();
    order.appName = root.member(u"appName").toString();
    order.version = root.member(u"version").toString();
    order.ownCredentials = root.member(u"authConfig");
    order.hasOwnCredentials = order.ownCredentials.isObject();
    order.wantsTrace = root.member(u"allowTracing").toBool().value_or(false);
    order.sessionInfo = root.member(u"sessionInfo");
    return order;
}

Reply executeReply(const Order &order, const Outcome &outcome)
{
    json::ObjectWriter rest;
    if (outcome.successful)
        rest.addNull("error");
    else
        rest.addString("error", outcome.error);
    rest.addBool("successful", outcome.successful);
    rest.addBool("successfull", outcome.successful);
    if (order.wantsTrace) {
        rest.addString("logId", outcome.logId);
        rest.addRaw("sessionInfo", order.sessionInfo.isObject() ? order.sessionInfo.raw() : QByteArrayView("{}"));
    }
    return resultReply(outcome, rest.finished());
}

Reply refusalReply(const Refusal &refusal, const QByteArray &requestId)
{
    const Shape shape = shapeOf(refusal.kind);
    const QString sentence
        = refusal.fix.isEmpty() ? refusal.message : QString(refusal.message + QLatin1Char(' ') + refusal.fix);
    json::ObjectWriter body;
    body.addString("type", QString::fromLatin1(shape.type));
    if (shape.name)
        body.addString("name", QString::fromLatin1(shape.name));
    body.addInteger("status", shape.status);
    body.addString("message", sentence);
    body.addString("requestId", QString::fromLatin1(requestId));
    if (shape.status == 400)
        body.addRaw("details", detailsJson(refusal));
    if (!refusal.suggestions.isEmpty())
        body.addRaw("suggestions", stringsJson(refusal.suggestions));
    return {.status = shape.status, .body = body.finished()};
}

QByteArray actionJson(const Action &action, const App &app)
{
    json::ObjectWriter body;
    body.addString("name", action.name);
    body.addString("displayName", action.displayName);
    body.addString("display_name", action.displayName);
    body.addString("description", action.description);
    body.addString("appKey", app.key);
    body.addString("appName", app.key);
    body.addString("appId", appUuid(app));
    body.addRaw("parameters", action.parameters.raw());
    body.addRaw("response", outputSchemaJson());
    body.addString("version", toolVersions().first());
    body.addRaw("available_versions", stringsJson(toolVersions()));
    body.addBool("no_auth", action.isNoAuth);
    body.addString("logo", QString());
    body.addRaw("tags", stringsJson(action.tags));
    body.addBool("deprecated", false);
    body.addBool("enabled", true);
    return body.finished();
}

QByteArray reducedActionJson(const Action &action)
{
    json::ObjectWriter body;
    body.addString("name", action.name);
    body.addString("displayName", action.displayName);
    body.addString("description", action.description);
    body.addString("logo", QString());
    body.addRaw("tags", stringsJson(action.tags));
    body.addBool("deprecated", false);
    return body.finished();
}

QByteArray appJson(const App &app)
{
    json::ObjectWriter yaml;
    yaml.addBool("no_auth", app.isNoAuth);
    json::ObjectWriter meta;
    meta.addInteger("actionsCount", app.actionCount);
    meta.addInteger("triggersCount", 0);
    json::ArrayWriter schemes;
    for (const QString &scheme : app.authSchemes) {
        json::ObjectWriter entry;
        entry.addString("scheme_name", scheme);
        entry.addString("auth_mode", scheme);
        entry.addRaw("fields", "[]");
        schemes.addRaw(entry.finished());
    }
    json::ObjectWriter body;
    body.addString("appId", appUuid(app));
    body.addString("key", app.key);
    body.addString("name", app.name);
    body.addString("displayName", app.name);
    body.addString("description", app.description);
    body.addString("logo", QString());
    body.addRaw("categories", stringsJson(app.categories));
    body.addRaw("tags", "[]");
    body.addBool("enabled", true);
    body.addBool("no_auth", app.isNoAuth);
    body.addRaw("auth_schemes", schemes.finished());
    body.addRaw("testConnectors", "[]");
    body.addRaw("meta", meta.finished());
    body.addRaw("yaml", yaml.finished());
    body.addString("createdAt", readyMadeTime());
    body.addString("updatedAt", readyMadeTime());
    return body.finished();
}

QByteArray clientInfoJson(const QByteArray &apiKey)
{
    json::ObjectWriter client;
    client.addString("id", integrationUuid(QStringLiteral("client")));
    client.addInteger("autoId", 1);
    client.addString("name", QStringLiteral("Sandbox"));
    client.addString("email", QStringLiteral("sandbox@localhost"));
    client.addString("createdAt", readyMadeTime());
    client.addString("updatedAt", readyMadeTime());
    client.addString("plan", QStringLiteral("sandbox"));
    client.addBool("triggersEnabled", false);
    client.addBool("isNewWebhook", false);
    json::ObjectWriter body;
    body.addRaw("client", client.finished());
    body.addString("apiKey", maskedKey(apiKey));
    return body.finished();
}

} // namespace actionscope::sandbox::v2
