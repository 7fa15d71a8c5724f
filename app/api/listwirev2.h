// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/listwire.h"
#include "app/json/document.h"

// How v1 and v2 spell lists (contract §8, §9). An item without an id comes back with an empty one.
namespace actionscope::api::v2 {

[[nodiscard]] QByteArray listPath(ListKind kind, const PagePlace &place);
[[nodiscard]] QByteArray actionPath(const QString &actionId, const QString &actionVersion);
[[nodiscard]] QByteArray identityPath();
[[nodiscard]] AppInfo readApp(const json::Value &item);
[[nodiscard]] ActionInfo readAction(const json::Value &item);
[[nodiscard]] ConnectedAccount readAccount(const json::Value &item);
[[nodiscard]] std::optional<Identity> readIdentity(const json::Value &root);
// `count` items were on the page. Apps come all at once.
[[nodiscard]] std::optional<PagePlace> nextPage(
    ListKind kind, const json::Value &root, const PagePlace &asked, qsizetype count);

} // namespace actionscope::api::v2
