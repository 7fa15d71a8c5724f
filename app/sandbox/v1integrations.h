// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/endpoints.h"

namespace actionscope::sandbox {

// Integrations, which v3 calls auth configs (contract §9.3).
void addV1Integrations(Router *router, const Endpoints &endpoints);

} // namespace actionscope::sandbox
