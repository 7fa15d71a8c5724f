// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/apiversion.h"
#include "app/api/executerequest.h"
#include "app/catalog/catalog.h"

#include <optional>

namespace actionscope::workspace {

// By what an execution is let in at the provider.
enum class ConnectionMode { ByEntity, ByAccount, OwnCredentials, None };

// What the fields of a request come to; authConfig makes the others unnecessary. None only where nothing is
// said.
[[nodiscard]] ConnectionMode connectionModeOf(const api::ExecuteRequest &request);

// A way out of a warning: what its button says, and what the two fields become.
struct ConnectionFix
{
    QString title;
    QString entityId;
    QString connectedAccountId;

    bool operator==(const ConnectionFix &) const = default;
};

struct ConnectionWarning
{
    QString sentence;
    QList<ConnectionFix> fixes = {};

    bool operator==(const ConnectionWarning &) const = default;
};

// What the service will do about the connection, and what will keep it from that (contract §7, §12.2, §14).
// Said before anything is sent, and never in the way of sending: the catalogue may be older than the
// accounts.
struct ConnectionAdvice
{
    QString pick; // a sentence
    QList<ConnectionWarning> warnings = {};

    bool operator==(const ConnectionAdvice &) const = default;
};

[[nodiscard]] ConnectionAdvice connectionAdvice(const catalog::Catalog &catalog,
    const api::ExecuteRequest &request, api::ApiVersion version, const QDateTime &now);

// The account that the service will take where the request names none, as far as the catalogue knows.
[[nodiscard]] std::optional<api::ConnectedAccount> pickedAccount(
    const catalog::Catalog &catalog, const api::ExecuteRequest &request, api::ApiVersion version);

// The app a request is for: by the catalogue's action, else appName, else the beginning of the id where an
// app is called so. Lower case; empty where nobody knows.
[[nodiscard]] QString appOf(const catalog::Catalog &catalog, const api::ExecuteRequest &request);

} // namespace actionscope::workspace
