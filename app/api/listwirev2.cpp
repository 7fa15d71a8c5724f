// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/listwirev2.h"

#include "app/api/listreading.h"
#include "app/api/wire.h"

#include <QUrl>

namespace actionscope::api::v2 {

QByteArray listPath(ListKind kind, const PagePlace &place)
{
    const QByteArray page = QByteArray::number(place.page);
    switch (kind) {
    case ListKind::Apps:
        return "/api/v1/apps?additionalFields=auth_schemes";
    case ListKind::Actions:
        return "/api/v2/actions?limit=1000&page=" + page;
    case ListKind::Accounts:
        break;
    }
    return "/api/v1/connectedAccounts?showDisabled=true&pageSize=1000&page=" + page;
}

QByteArray actionPath(const QString &actionId, const QString &actionVersion)
{
    const QByteArray path = "/api/v2/actions/" + encodedActionId(actionId);
    return actionVersion.isEmpty() ? path : path + "?version=" + QUrl::toPercentEncoding(actionVersion);
}

QByteArray identityPath() { return "/api/v1/client/auth/client_info"; }

AppInfo readApp(const json::Value &item)
{
    AppInfo app;
    app.key = looseText(item, {u"key", u"name", u"uniqueKey"}).toLower();
    app.name = looseText(item, {u"displayName", u"name", u"key"});
    app.description = looseText(item.member(u"description"));
    app.categories = looseTexts(item.member(u"categories"));
    app.tags = looseTexts(item.member(u"tags"));
    const json::Value schemes = item.member(u"auth_schemes");
    for (json::Value scheme = schemes.firstChild(); scheme.isValid(); scheme = scheme.nextSibling()) {
        const QString mode = scheme.isObject() ? looseText(scheme, {u"auth_mode", u"mode", u"scheme_name"}) : looseText(scheme);
        if (!mode.isEmpty() && !app.authSchemes.contains(mode))
            app.authSchemes.append(mode);
    }
    app.isNoAuth = looseBool(item.member(u"no_auth")) || looseBool(item.member(u"yaml").member(u"no_auth"));
    return app;
}

ActionInfo readAction(const json::Value &item)
{
    ActionInfo action;
    action.id = looseText(item, {u"name", u"enum"});
    action.name = looseText(item, {u"displayName", u"display_name", u"name"});
    action.description = looseText(item.member(u"description"));
    action.appKey = looseText(item, {u"appKey", u"appName"}).toLower();
    action.tags = looseTexts(item.member(u"tags"));
    action.version = looseText(item.member(u"version"));
    action.availableVersions = looseTexts(item.member(u"available_versions"));
    action.isNoAuth = looseBool(item.member(u"no_auth"));
    action.successor = successorIn(action.description);
    action.isDeprecated = looseBool(item.member(u"deprecated")) || !action.successor.isEmpty();
    action.parameters = objectBytes(item.member(u"parameters"));
    action.response = objectBytes(item.member(u"response"));
    return action;
}

ConnectedAccount readAccount(const json::Value &item)
{
    ConnectedAccount account;
    account.id = looseText(item, {u"id", u"connectedAccountId"});
    account.appKey = looseText(item, {u"appUniqueId", u"appName"}).toLower();
    account.userId = looseText(item, {u"clientUniqueUserId", u"entityId"});
    account.statusWord = looseText(item.member(u"status"));
    account.status = accountStatus(account.statusWord);
    account.labels = looseTexts(item.member(u"labels"));
    account.authScheme = looseText(item.member(u"authScheme"));
    account.isDisabled = looseBool(item.member(u"isDisabled")) || looseBool(item.member(u"deleted"))
        || item.member(u"enabled").toBool() == false;
    account.createdAt = looseTime(item.member(u"createdAt"));
    account.updatedAt = looseTime(item.member(u"updatedAt"));
    return account;
}

std::optional<Identity> readIdentity(const json::Value &root)
{
    const json::Value client = root.member(u"client");
    if (!client.isObject())
        return {};
    return Identity {looseText(client, {u"name", u"id"}), looseText(client.member(u"email")),
        looseText(client.member(u"plan"))};
}

std::optional<PagePlace> nextPage(ListKind kind, const json::Value &root, const PagePlace &asked, qsizetype count)
{
    if (kind == ListKind::Apps || !root.isObject())
        return {};
    // Without a total the list goes on until a page is empty.
    const auto total = looseCount(root.member(u"totalPages"));
    const bool hasMore = total ? asked.page < *total : count > 0;
    return hasMore ? std::optional(PagePlace {asked.page + 1}) : std::nullopt;
}

} // namespace actionscope::api::v2
