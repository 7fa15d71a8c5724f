// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/wire/v3shape.h"

#include "app/base/tr.h"
#include "app/json/writer.h"
#include "app/sandbox/performer.h"
#include "app/sandbox/wire/bodyreader.h"
#include "app/sandbox/wire/common.h"

namespace actionscope::sandbox::v3 {

namespace {

struct Shape
{
    int status;
    int code;
    const char *slug;
};

Shape shapeOf(RefusalKind kind)
{
    switch (kind) {
    case RefusalKind::BadBody:
    case RefusalKind::InvalidInput:
    case RefusalKind::Conflict:
        return {400, 10400, "ActionExecute_ValidationError"};
    case RefusalKind::BadCursor:
        return {400, 1901, "HTTP_InvalidCursor"};
    case RefusalKind::Unauthorised:
        return {401, 10401, "HTTP_Unauthorized"};
    case RefusalKind::ActionNotFound:
    case RefusalKind::VersionNotFound:
        return {404, 2401, "Tool_ToolNotFound"};
    case RefusalKind::AppNotFound:
        return {404, 10404, "Toolkit_ToolkitNotFound"};
    case RefusalKind::AccountNotFound:
    case RefusalKind::NoAccount:
        return {404, 1810, "ActionExecute_ConnectedAccountNotFound"};
    case RefusalKind::ConnectionNotFound:
        return {404, 606, "ConnectedAccount_NotFound"};
    case RefusalKind::AccountDeleted:
        return {410, 1806, "ConnectedAccount_Deleted"};
    case RefusalKind::ConfigNotFound:
        return {404, 10404, "AuthConfig_NotFound"};
    case RefusalKind::RetiredWay:
        return {400, 600, "ConnectedAccount_BadRequest"};
    case RefusalKind::KeyLacksScope:
        return {403, 802, "Auth_InsufficientPermissions"};
    case RefusalKind::AccountExpired:
        return {422, 10422, "ActionExecute_ConnectedAccountExpired"};
    case RefusalKind::AccountNotActive:
        return {422, 1810, "ActionExecute_ConnectedAccountNotFound"};
    case RefusalKind::AccountNeedsUser:
        return {400, 1811, "ActionExecute_ConnectedAccountEntityIdRequired"};
    case RefusalKind::AccountMismatch:
        return {400, 1812, "ActionExecute_ConnectedAccountEntityIdMismatch"};
    case RefusalKind::PathNotFound:
        return {404, 10404, "HTTP_NotFound"};
    case RefusalKind::UpstreamForbidden:
        return {403, 10403, "HTTP_Forbidden"};
    case RefusalKind::UpstreamFailed:
        return {502, 10502, "HTTP_BadGateway"};
    case RefusalKind::UpstreamTooSlow:
        return {504, 10504, "HTTP_GatewayTimeout"};
    case RefusalKind::TooLarge:
        return {413, 10413, "HTTP_ContentTooLarge"};
    case RefusalKind::TooSlow:
        return {408, 10408, "HTTP_RequestTimeout"};
    case RefusalKind::Internal:
        break;
    }
    return {500, 10500, "HTTP_InternalServerError"};
}

QByteArray errorsJson(const Refusal &refusal)
{
    QStringList errors;
    for (const schema::Problem &problem : refusal.details) {
        QStringList names = pointerNames(problem.path);
        if (refusal.kind == RefusalKind::InvalidInput)
            names.prepend(QStringLiteral("arguments"));
        names.prepend(QStringLiteral("payload"));
        errors.append(names.join(QLatin1Char('.')) + QLatin1String(": ") + problem.sentence);
    }
    return stringsJson(errors);
}

QByteArray toolkitReference(const App &app)
{
    json::ObjectWriter toolkit;
    toolkit.addString("slug", app.key);
    toolkit.addString("name", app.name);
    toolkit.addString("logo", QString());
    return toolkit.finished();
}

QByteArray categoriesJson(const App &app)
{
    json::ArrayWriter categories;
    for (const QString &name : app.categories)
        categories.addRaw(categoryJson(name));
    return categories.finished();
}

bool isPlainExecute(const json::Value &body)
{
    return isInputAndTexts(body, "\"arguments\"",
        {"\"connected_account_id\"", "\"user_id\"", "\"entity_id\"", "\"text\"", "\"version\""});
}

} // namespace

tl::expected<Order, Refusal> readExecute(api::ApiVersion version, const QString &slug, const QByteArray &body)
{
    const auto document = readBody(body, QStringLiteral("execute-v3.schema.json"), isPlainExecute);
    if (!document)
        return tl::unexpected(document.error());
    const json::Value root = document->root();
    Order order;
    order.apiVersion = version;
    order.actionId = slug;
    order.body = *document;
    order.input = root.member(u"arguments");
    order.text = root.member(u"text").toString();
    order.user = root.member(u"user_id").toString();
    if (order.user.isEmpty())
        order.user = root.member(u"entity_id").toString(); // its older name
    order.accountId = root.member(u"connected_account_id").toString();
    order.version = root.member(u"version").toString();
    order.ownCredentials = root.member(u"custom_auth_params");
    order.ownConnection = root.member(u"custom_connection_data");
    order.hasOwnCredentials = order.ownCredentials.isObject() || order.ownConnection.isObject();
    if (order.input.isObject() && !order.text.isEmpty()) {
        const QString sentence = Tr::tr("text and arguments exclude each other.");
        return tl::unexpected(Refusal {RefusalKind::Conflict, sentence, Tr::tr("Send one of the two."),
            {{0, 0, QStringLiteral("/text"), QStringLiteral("exclusive"), sentence},
                {0, 0, QStringLiteral("/arguments"), QStringLiteral("exclusive"), sentence}}});
    }
    return order;
}

Reply executeReply(const Outcome &outcome)
{
    json::ObjectWriter rest;
    if (outcome.successful)
        rest.addNull("error");
    else
        rest.addString("error", outcome.error);
    rest.addBool("successful", outcome.successful);
    rest.addString("log_id", QLatin1String("log_") + QString(outcome.logId).remove(QLatin1Char('-')).first(12));
    rest.addNull("session_info");
    return resultReply(outcome, rest.finished());
}

Reply refusalReply(const Refusal &refusal, const QByteArray &requestId)
{
    const Shape shape = shapeOf(refusal.kind);
    json::ObjectWriter error;
    error.addString("message", refusal.message);
    error.addInteger("code", shape.code);
    error.addString("slug", QString::fromLatin1(shape.slug));
    error.addInteger("status", shape.status);
    error.addString("request_id", QString::fromLatin1(requestId));
    if (!refusal.fix.isEmpty())
        error.addString("suggested_fix", refusal.fix);
    if (!refusal.details.isEmpty())
        error.addRaw("errors", errorsJson(refusal));
    json::ObjectWriter body;
    body.addRaw("error", error.finished());
    return {.status = shape.status, .body = body.finished()};
}

QByteArray toolJson(const Action &action, const App &app, api::ApiVersion version)
{
    json::ObjectWriter oldToolkit;
    oldToolkit.addString("logo", QString());
    json::ObjectWriter old;
    old.addString("displayName", action.displayName);
    old.addString("version", toolVersions().first());
    old.addRaw("available_versions", stringsJson(toolVersions()));
    old.addBool("is_deprecated", false);
    old.addRaw("toolkit", oldToolkit.finished());
    json::ObjectWriter body;
    body.addString("slug", action.name);
    body.addString("name", action.displayName);
    body.addString("description", action.description);
    body.addRaw("toolkit", toolkitReference(app));
    body.addRaw("input_parameters", action.parameters.raw());
    body.addRaw("output_parameters", outputSchemaJson());
    body.addBool("no_auth", action.isNoAuth);
    body.addString("version", toolVersions().first());
    body.addRaw("available_versions", stringsJson(toolVersions()));
    body.addRaw("scopes", "[]");
    body.addRaw("tags", stringsJson(action.tags));
    body.addBool("is_deprecated", false);
    body.addRaw("deprecated", old.finished());
    if (version == api::ApiVersion::V31) {
        body.addNull("scope_requirements"); // of a tool that has flat scopes only
        body.addString("human_description", action.description);
    }
    return body.finished();
}

QByteArray categoryJson(const QString &name)
{
    const QString slug = name.toLower().replace(QLatin1Char(' '), QLatin1Char('-'));
    json::ObjectWriter category;
    category.addString("name", name);
    category.addString("slug", slug);
    category.addString("id", slug);
    return category.finished();
}

QByteArray sessionInfoJson(const QByteArray &apiKey)
{
    json::ObjectWriter organisation;
    organisation.addString("id", QStringLiteral("org_sandbox"));
    organisation.addString("name", QStringLiteral("Sandbox"));
    organisation.addString("plan", QStringLiteral("sandbox"));
    json::ObjectWriter project;
    project.addInteger("auto_id", 1);
    project.addString("id", integrationUuid(QStringLiteral("client")));
    project.addString("nano_id", QStringLiteral("pr_sandbox"));
    project.addString("org_id", QStringLiteral("org_sandbox"));
    project.addString("name", QStringLiteral("Sandbox"));
    project.addString("email", QStringLiteral("sandbox@localhost"));
    project.addString("created_at", readyMadeTime());
    project.addString("updated_at", readyMadeTime());
    for (const char *name : {"webhook_url", "event_webhook_url", "webhook_secret", "last_subscribed_at"})
        project.addNull(name);
    project.addBool("triggers_enabled", false);
    project.addBool("is_new_webhook", false);
    project.addString("webhook_version", QStringLiteral("V3"));
    project.addBool("deleted", false);
    project.addRaw("org", organisation.finished());
    json::ObjectWriter key;
    key.addInteger("auto_id", 1);
    key.addString("id", QStringLiteral("key_sandbox"));
    key.addString("name", QStringLiteral("sandbox"));
    key.addString("project_id", integrationUuid(QStringLiteral("client")));
    key.addString("org_member_id", QStringLiteral("member_sandbox"));
    key.addString("created_at", readyMadeTime());
    key.addString("updated_at", readyMadeTime());
    key.addNull("deleted_at");
    key.addString("key", maskedKey(apiKey));
    key.addBool("deleted", false);
    json::ObjectWriter member;
    member.addString("id", QStringLiteral("member_sandbox"));
    member.addString("email", QStringLiteral("sandbox@localhost"));
    member.addString("name", QStringLiteral("Sandbox"));
    member.addString("role", QStringLiteral("ADMIN"));
    json::ObjectWriter body;
    body.addRaw("project", project.finished());
    body.addRaw("api_key", key.finished());
    body.addRaw("org_member", member.finished());
    return body.finished();
}

QByteArray toolkitJson(const App &app)
{
    json::ObjectWriter meta;
    meta.addString("created_at", readyMadeTime());
    meta.addString("updated_at", readyMadeTime());
    meta.addString("description", app.description);
    meta.addString("logo", QString());
    meta.addRaw("categories", categoriesJson(app));
    meta.addInteger("triggers_count", 0);
    meta.addInteger("tools_count", app.actionCount);
    meta.addString("version", toolVersions().first());
    meta.addRaw("available_versions", stringsJson(toolVersions()));
    json::ArrayWriter schemes;
    for (const QString &scheme : app.authSchemes) {
        json::ObjectWriter entry;
        entry.addString("mode", scheme);
        entry.addString("name", scheme);
        entry.addRaw("fields",
            R"({"auth_config_creation":{"required":[],"optional":[]},)"
            R"("connected_account_initiation":{"required":[],"optional":[]}})");
        schemes.addRaw(entry.finished());
    }
    json::ObjectWriter old;
    old.addString("toolkitId", appUuid(app));
    old.addRaw("rawProxyInfoByAuthSchemes", "[]");
    json::ObjectWriter body;
    body.addString("slug", app.key);
    body.addString("name", app.name);
    body.addBool("enabled", true);
    body.addBool("is_local_toolkit", false);
    body.addBool("no_auth", app.isNoAuth);
    body.addRaw("composio_managed_auth_schemes", stringsJson(app.authSchemes));
    body.addRaw("auth_config_details", schemes.finished());
    body.addRaw("meta", meta.finished());
    body.addRaw("deprecated", old.finished());
    return body.finished();
}

QByteArray changelogJson(const App &app)
{
    json::ObjectWriter version;
    version.addString("version", toolVersions().first());
    version.addString("changelog", QString());
    json::ArrayWriter versions;
    versions.addRaw(version.finished());
    json::ObjectWriter body;
    body.addString("slug", app.key);
    body.addString("name", app.name);
    body.addString("display_name", app.name);
    body.addRaw("versions", versions.finished());
    return body.finished();
}

QByteArray fileJson(const StoredFile &file)
{
    json::ObjectWriter body;
    body.addString("toolkit_slug", file.appKey);
    body.addString("tool_slug", file.action);
    body.addString("filename", file.name);
    body.addString("mimetype", file.mimeType);
    body.addString("md5", file.md5);
    return body.finished();
}

} // namespace actionscope::sandbox::v3
