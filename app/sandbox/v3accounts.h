// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/endpoints.h"

namespace actionscope::sandbox {

// One connected account under /api/v3 and /api/v3.1, and how a new one begins (contract §12.4).
void addV3Accounts(Router *router, const Endpoints &endpoints);

} // namespace actionscope::sandbox
