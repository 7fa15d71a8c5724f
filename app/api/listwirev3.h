// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/listwire.h"
#include "app/json/document.h"

// How v3 and v3.1 spell lists (contract §12). An item without an id comes back with an empty one.
namespace actionscope::api::v3 {

[[nodiscard]] QByteArray listPath(ListKind kind, const PagePlace &place, ApiVersion version);
[[nodiscard]] QByteArray actionPath(const QString &actionId, const QString &actionVersion, ApiVersion version);
[[nodiscard]] QByteArray identityPath(ApiVersion version);
[[nodiscard]] AppInfo readApp(const json::Value &item);
[[nodiscard]] ActionInfo readAction(const json::Value &item);
[[nodiscard]] ConnectedAccount readAccount(const json::Value &item);
[[nodiscard]] std::optional<Identity> readIdentity(const json::Value &root);
[[nodiscard]] std::optional<PagePlace> nextPage(const json::Value &root, const PagePlace &asked);

} // namespace actionscope::api::v3
