// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/endpoints.h"

namespace actionscope::sandbox {

// The lists of toolkits, tools and connected accounts under /api/v3 and /api/v3.1 (contract §12). Before the routes
// that take any slug: "/tools/enum" is a list.
void addV3Lists(Router *router, const Endpoints &endpoints);

} // namespace actionscope::sandbox
