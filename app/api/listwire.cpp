// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/listwire.h"

#include "app/api/listreading.h"
#include "app/api/listwirev2.h"
#include "app/api/listwirev3.h"
#include "app/base/tr.h"

namespace actionscope::api {

namespace {

HttpRequest getRequest(const QByteArray &path)
{
    return {"GET", path, {{"Accept", "application/json"}}, {}};
}

Result<json::Document> readDocument(const QByteArray &body, const QString &what)
{
    const json::Document document = json::Document::parse(body);
    if (const auto error = document.error()) {
        return failure(ErrorCode::Unreadable,
            Tr::tr("%1 is not JSON: byte %2: %3.").arg(what).arg(error->offset).arg(error->reason));
    }
    return document;
}

QString idOf(const AppInfo &app) { return app.key; }
QString idOf(const ActionInfo &action) { return action.id; }
QString idOf(const ConnectedAccount &account) { return account.id; }

QString nameOf(const AppInfo &app) { return app.name; }
QString nameOf(const ActionInfo &action) { return action.name; }
QString nameOf(const ConnectedAccount &account) { return account.appKey; }

bool lacksParameters(const ActionInfo &action) { return action.parameters.isEmpty(); }
template <typename T> bool lacksParameters(const T &) { return false; }

template <typename T, typename Reader> void readItems(const json::Value &list, Reader readItem, ListPage<T> &page)
{
    for (json::Value value = list.firstChild(); value.isValid(); value = value.nextSibling()) {
        if (!value.isObject()) {
            page.troubles.add(ListTroubles::Kind::NotAnObject);
            continue;
        }
        T item = readItem(value);
        if (idOf(item).isEmpty()) {
            page.troubles.add(ListTroubles::Kind::WithoutId, nameOf(item));
            continue;
        }
        if (lacksParameters(item))
            page.troubles.add(ListTroubles::Kind::WithoutParameters, idOf(item));
        page.items.append(std::move(item));
    }
}

template <typename T, typename V2Reader, typename V3Reader>
Result<ListPage<T>> readPage(ListKind kind, const QByteArray &body, const PagePlace &asked, ApiVersion version,
    V2Reader readV2, V3Reader readV3)
{
    const QString what = Tr::tr("Page %1 of the list of %2").arg(asked.page).arg(listName(kind));
    const auto document = readDocument(body, what);
    if (!document)
        return Failure(document.error());
    const json::Value root = document->root();
    const json::Value list = root.isArray() ? root : root.member(u"items");
    if (!list.isArray())
        return failure(ErrorCode::Unreadable, Tr::tr("%1 is JSON, but has no items.").arg(what));
    const bool isOld = version == ApiVersion::V2;
    ListPage<T> page;
    if (isOld)
        readItems<T>(list, readV2, page);
    else
        readItems<T>(list, readV3, page);
    page.totalPages = looseCount(root.member(isOld ? u"totalPages" : u"total_pages")).value_or(0);
    page.totalItems = looseCount(root.member(isOld ? u"totalItems" : u"total_items")).value_or(0);
    page.next = isOld ? v2::nextPage(kind, root, asked, list.count()) : v3::nextPage(root, asked);
    return page;
}

} // namespace

HttpRequest listRequest(ListKind kind, const PagePlace &place, ApiVersion version)
{
    return getRequest(version == ApiVersion::V2 ? v2::listPath(kind, place) : v3::listPath(kind, place, version));
}

HttpRequest actionRequest(const QString &actionId, const QString &actionVersion, ApiVersion version)
{
    return getRequest(version == ApiVersion::V2 ? v2::actionPath(actionId, actionVersion)
                                                : v3::actionPath(actionId, actionVersion, version));
}

HttpRequest identityRequest(ApiVersion version)
{
    return getRequest(version == ApiVersion::V2 ? v2::identityPath() : v3::identityPath(version));
}

Result<ListPage<AppInfo>> readApps(const QByteArray &body, const PagePlace &asked, ApiVersion version)
{
    return readPage<AppInfo>(ListKind::Apps, body, asked, version, v2::readApp, v3::readApp);
}

Result<ListPage<ActionInfo>> readActions(const QByteArray &body, const PagePlace &asked, ApiVersion version)
{
    return readPage<ActionInfo>(ListKind::Actions, body, asked, version, v2::readAction, v3::readAction);
}

Result<ListPage<ConnectedAccount>> readAccounts(const QByteArray &body, const PagePlace &asked, ApiVersion version)
{
    return readPage<ConnectedAccount>(ListKind::Accounts, body, asked, version, v2::readAccount, v3::readAccount);
}

Result<ActionInfo> readAction(const QByteArray &body, ApiVersion version)
{
    const QString what = Tr::tr("The description of the action");
    const auto document = readDocument(body, what);
    if (!document)
        return Failure(document.error());
    const json::Value root = document->root();
    ActionInfo action = version == ApiVersion::V2 ? v2::readAction(root) : v3::readAction(root);
    if (action.id.isEmpty())
        return failure(ErrorCode::Unreadable, Tr::tr("%1 is JSON, but names no action.").arg(what));
    return action;
}

Result<Identity> readIdentity(const QByteArray &body, ApiVersion version)
{
    const QString what = Tr::tr("The answer to whose key this is");
    const auto document = readDocument(body, what);
    if (!document)
        return Failure(document.error());
    const auto identity = version == ApiVersion::V2 ? v2::readIdentity(document->root()) : v3::readIdentity(document->root());
    if (!identity)
        return failure(ErrorCode::Unreadable, Tr::tr("%1 is JSON, but says nothing of a project.").arg(what));
    return *identity;
}

} // namespace actionscope::api
