// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/listwirev3.h"

#include "app/api/listreading.h"
#include "app/api/wire.h"

#include <QUrl>

namespace actionscope::api::v3 {

QByteArray listPath(ListKind kind, const PagePlace &place, ApiVersion version)
{
    QByteArray path = pathPrefix(version);
    switch (kind) {
    case ListKind::Apps:
        path += "/toolkits?limit=500";
        break;
    case ListKind::Actions:
        path += "/tools?limit=1000";
        break;
    case ListKind::Accounts:
        path += "/connected_accounts?limit=100";
        break;
    }
    if (!place.cursor.isEmpty())
        path += "&cursor=" + QUrl::toPercentEncoding(place.cursor);
    return path;
}

QByteArray actionPath(const QString &actionId, const QString &actionVersion, ApiVersion version)
{
    const QByteArray path = pathPrefix(version) + "/tools/" + encodedActionId(actionId);
    return actionVersion.isEmpty() ? path : path + "?version=" + QUrl::toPercentEncoding(actionVersion);
}

QByteArray identityPath(ApiVersion version) { return pathPrefix(version) + "/auth/session/info"; }

AppInfo readApp(const json::Value &item)
{
    AppInfo app;
    app.key = looseText(item, {u"slug", u"key"}).toLower();
    app.name = looseText(item, {u"name", u"slug"});
    const json::Value meta = item.member(u"meta");
    app.description = looseText(meta.member(u"description"));
    if (app.description.isEmpty())
        app.description = looseText(item.member(u"description"));
    app.categories = looseTexts(meta.member(u"categories"));
    app.tags = looseTexts(item.member(u"tags"));
    app.authSchemes = looseTexts(item.member(u"auth_schemes"));
    if (app.authSchemes.isEmpty())
        app.authSchemes = looseTexts(item.member(u"composio_managed_auth_schemes"));
    app.isNoAuth = looseBool(item.member(u"no_auth"));
    return app;
}

ActionInfo readAction(const json::Value &item)
{
    ActionInfo action;
    action.id = looseText(item.member(u"slug"));
    action.name = looseText(item, {u"name", u"slug"});
    action.description = looseText(item, {u"description", u"human_description"});
    action.appKey = looseText(item.member(u"toolkit").member(u"slug")).toLower();
    action.tags = looseTexts(item.member(u"tags"));
    action.version = looseText(item.member(u"version"));
    action.availableVersions = looseTexts(item.member(u"available_versions"));
    action.isNoAuth = looseBool(item.member(u"no_auth"));
    action.successor = successorIn(action.description);
    action.isDeprecated = looseBool(item.member(u"is_deprecated"))
        || looseBool(item.member(u"deprecated").member(u"is_deprecated")) || !action.successor.isEmpty();
    action.parameters = objectBytes(item.member(u"input_parameters"));
    action.response = objectBytes(item.member(u"output_parameters"));
    return action;
}

ConnectedAccount readAccount(const json::Value &item)
{
    const json::Value authConfig = item.member(u"auth_config");
    ConnectedAccount account;
    account.id = looseText(item, {u"id", u"nanoid"});
    account.appKey = looseText(item.member(u"toolkit").member(u"slug")).toLower();
    account.userId = looseText(item.member(u"user_id"));
    account.statusWord = looseText(item.member(u"status"));
    account.status = accountStatus(account.statusWord);
    account.statusReason = looseText(item.member(u"status_reason"));
    account.labels = looseTexts(item.member(u"labels"));
    if (account.labels.isEmpty())
        account.labels = looseTexts(item.member(u"deprecated").member(u"labels"));
    account.authScheme = looseText(authConfig.member(u"auth_scheme"));
    if (account.authScheme.isEmpty())
        account.authScheme = looseText(item.member(u"state").member(u"authScheme")); // beside it lie the credentials
    account.isDisabled = looseBool(item.member(u"is_disabled"));
    account.createdAt = looseTime(item.member(u"created_at"));
    account.updatedAt = looseTime(item.member(u"updated_at"));
    return account;
}

std::optional<Identity> readIdentity(const json::Value &root)
{
    const json::Value project = root.member(u"project");
    if (!project.isObject())
        return {};
    Identity identity;
    identity.project = looseText(project, {u"name", u"nano_id", u"id"});
    identity.email = looseText(root.member(u"org_member").member(u"email"));
    if (identity.email.isEmpty())
        identity.email = looseText(project.member(u"email"));
    identity.plan = looseText(project.member(u"org").member(u"plan"));
    return identity;
}

std::optional<PagePlace> nextPage(const json::Value &root, const PagePlace &asked)
{
    const QString cursor = looseText(root, {u"next_cursor", u"nextCursor"});
    return cursor.isEmpty() ? std::nullopt : std::optional(PagePlace {asked.page + 1, cursor});
}

} // namespace actionscope::api::v3
