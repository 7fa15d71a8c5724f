// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/endpoints.h"

namespace actionscope::sandbox {

// Requests that clients send to a service of their own through the sandbox, with the credentials of a connected account:
// /actions/proxy of v2 and /tools/execute/proxy of v3 and v3.1.
void addProxyEndpoints(Router *router, const Endpoints &endpoints);

} // namespace actionscope::sandbox
