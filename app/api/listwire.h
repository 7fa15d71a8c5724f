// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/actioninfo.h"
#include "app/api/apiversion.h"
#include "app/api/appinfo.h"
#include "app/api/connectedaccount.h"
#include "app/api/httpmessage.h"
#include "app/api/identity.h"
#include "app/api/listtrouble.h"
#include "app/base/error.h"

namespace actionscope::api {

enum class ListKind { Apps, Actions, Accounts };

// Which page of a list: v1 and v2 count from 1, v3 hands over a cursor that only it understands.
struct PagePlace
{
    int page = 1;
    QString cursor = {}; // empty for the first page

    bool operator==(const PagePlace &) const = default;
};

template <typename T> struct ListPage
{
    QList<T> items = {};
    std::optional<PagePlace> next = {}; // nothing after the last page
    qint64 totalPages = 0; // as the service says; 0 where it does not
    qint64 totalItems = 0;
    ListTroubles troubles = {};
};

// The questions. All are GETs: asked twice, they change nothing.
[[nodiscard]] HttpRequest listRequest(ListKind kind, const PagePlace &place, ApiVersion version);
// `actionVersion` empty: the one the service takes by itself.
[[nodiscard]] HttpRequest actionRequest(const QString &actionId, const QString &actionVersion, ApiVersion version);
[[nodiscard]] HttpRequest identityRequest(ApiVersion version);

// The answers, read leniently: an item that cannot be used is counted among the troubles. A failure is a body that is
// no such list at all. Credentials are never read.
[[nodiscard]] Result<ListPage<AppInfo>> readApps(const QByteArray &body, const PagePlace &asked, ApiVersion version);
[[nodiscard]] Result<ListPage<ActionInfo>> readActions(
    const QByteArray &body, const PagePlace &asked, ApiVersion version);
[[nodiscard]] Result<ListPage<ConnectedAccount>> readAccounts(
    const QByteArray &body, const PagePlace &asked, ApiVersion version);
[[nodiscard]] Result<ActionInfo> readAction(const QByteArray &body, ApiVersion version);
[[nodiscard]] Result<Identity> readIdentity(const QByteArray &body, ApiVersion version);

} // namespace actionscope::api
