// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/accounts/account.h"
#include "app/sandbox/actions/manifest.h"
#include "app/sandbox/upstream/credentials.h"

// How v1 and v2 spell connections and integrations (contract §9).
namespace actionscope::sandbox::v1 {

[[nodiscard]] QByteArray accountJson(const Account &account);
// What a request with this account carries, unmasked: {base_url, parameters, body}.
[[nodiscard]] QByteArray accountInfoJson(const Credentials &credentials);
[[nodiscard]] QByteArray integrationJson(const AuthConfig &config, const App &app);
// {connectionStatus, connectedAccountId, redirectUrl?}
[[nodiscard]] QByteArray connectionJson(const Account &account, const QString &link);
[[nodiscard]] QByteArray statusJson(const QString &status);
// With how many there were.
[[nodiscard]] QByteArray deletedJson(qint64 count);
// The form for a new connection of this scheme.
[[nodiscard]] QByteArray inputFieldsJson(const QString &authScheme);

} // namespace actionscope::sandbox::v1
