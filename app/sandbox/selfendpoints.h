// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/router.h"

namespace actionscope::sandbox {

// What the sandbox says of itself: /openapi.json and /health, to anybody.
void addSelfEndpoints(Router *router);

} // namespace actionscope::sandbox
