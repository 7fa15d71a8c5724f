// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/actioneffect.h"
#include "app/api/executerequest.h"
#include "app/catalog/catalog.h"
#include "app/storage/environment.h"

namespace actionscope::workspace {

// On a protected environment an action that does more than read is executed only when somebody agreed to it.
[[nodiscard]] bool needsConsent(const storage::Environment &environment, api::ActionEffect effect);

// What would happen, to whom and where, as a sentence: "GMAIL_SEND_EMAIL sends something as the entity “bob”
// with the account ca_1, on PRODUCTION (https://…)." Where the request names no account, the catalogue says which the
// service will pick.
[[nodiscard]] QString consequenceOf(const api::ExecuteRequest &request, const storage::Environment &environment,
    api::ActionEffect effect, const catalog::Catalog &catalog = {});

} // namespace actionscope::workspace
