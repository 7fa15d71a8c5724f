// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/wire.h"

namespace actionscope::api {

// POST /api/v3[.1]/tools/execute/{slug} (contract §12.2, mapping in §13).
// appName, sessionInfo, systemPrompt and customDescription have no place there; each is named in a notice.
[[nodiscard]] QByteArray bodyMemberV3(QByteArrayView field);
[[nodiscard]] WireForm toWireV3(const ExecuteRequest &request, ApiVersion version);

} // namespace actionscope::api
