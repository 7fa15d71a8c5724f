// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/endpoints.h"

namespace actionscope::sandbox {

// Auth configs under /api/v3 and /api/v3.1: one, a new one, changes. Their list is among the lists.
void addV3Configs(Router *router, const Endpoints &endpoints);

} // namespace actionscope::sandbox
