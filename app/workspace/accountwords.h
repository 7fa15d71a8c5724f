// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/connectedaccount.h"

namespace actionscope::workspace {

// "3 days old"; empty where the service does not tell.
[[nodiscard]] QString ageWords(const api::ConnectedAccount &account, const QDateTime &now);
// "ACTIVE", "EXPIRED (refresh failed)", "ACTIVE, disabled": the service's own words.
[[nodiscard]] QString stateWords(const api::ConnectedAccount &account);
// Made in the dashboard, and so filed under a generated user that nobody would guess.
[[nodiscard]] bool isDashboardUser(const QString &userId);

} // namespace actionscope::workspace
