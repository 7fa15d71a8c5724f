// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/accounts/account.h"

// How v3 and v3.1 spell connections and auth configs (contract §12.4).
namespace actionscope::sandbox::v3 {

// Without a config where the account's was deleted long ago.
[[nodiscard]] QByteArray accountJson(const Account &account, const AuthConfig *config);
[[nodiscard]] QByteArray configJson(const AuthConfig &config, qint64 connections);
// The answer to making one.
[[nodiscard]] QByteArray newConfigJson(const AuthConfig &config);
[[nodiscard]] QByteArray newAccountJson(const Account &account, const QString &link);
// {link_token, redirect_url, expires_at, connected_account_id}
[[nodiscard]] QByteArray linkJson(const Account &account, const QString &link);
[[nodiscard]] QByteArray refreshedJson(const Account &account, const QString &link);
[[nodiscard]] QByteArray successJson();

} // namespace actionscope::sandbox::v3
