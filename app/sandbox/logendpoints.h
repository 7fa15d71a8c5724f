// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/endpoints.h"

namespace actionscope::sandbox {

// The service's logs of executions, in every version (contract §9.5).
void addLogEndpoints(Router *router, const Endpoints &endpoints);

} // namespace actionscope::sandbox
