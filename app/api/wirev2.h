// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/wire.h"

namespace actionscope::api {

// POST /api/v2/actions/{actionId}/execute (contract §4). Carries every field of ExecuteRequest.
[[nodiscard]] WireForm toWireV2(const ExecuteRequest &request);

} // namespace actionscope::api
