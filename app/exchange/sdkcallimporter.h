// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/imported.h"

namespace actionscope::exchange {

// A call of one of the SDKs as people paste it from Python or TypeScript: composio.tools.execute(…),
// toolset.execute_action(…), entity.execute(…), client.actions.execute({…}); with the lines around it, where there are any.
// Plain HTTP calls of a program count as well, see importHttpCall().
[[nodiscard]] bool isSdkCall(const QByteArray &bytes);
[[nodiscard]] Imported importSdkCall(const QByteArray &bytes);

} // namespace actionscope::exchange
