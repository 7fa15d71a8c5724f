// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/endpoints.h"

namespace actionscope::sandbox {

// The paths of v3 and v3.1, alike but for the prefix.
void addV3Endpoints(Router *router, const Endpoints &endpoints);

} // namespace actionscope::sandbox
