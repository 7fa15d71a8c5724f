// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/endpoints.h"

namespace actionscope::sandbox {

// The lists of apps, actions and connected accounts under /api/v1 and /api/v2 (contract §8, §9).
void addV2Lists(Router *router, const Endpoints &endpoints);

} // namespace actionscope::sandbox
