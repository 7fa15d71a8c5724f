// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/endpoints.h"

namespace actionscope::sandbox {

// The page behind a connection's link, where a person would sign in at the app: here they allow or deny, or a script
// does (POST with decision=allow). Its address is the permission.
void addConnectEndpoints(Router *router, const Endpoints &endpoints);

} // namespace actionscope::sandbox
