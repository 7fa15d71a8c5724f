// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/endpoints.h"

namespace actionscope::sandbox {

// One connected account under /api/v1/connectedAccounts, and how a new one begins (contract §9.2).
void addV1Accounts(Router *router, const Endpoints &endpoints);

} // namespace actionscope::sandbox
