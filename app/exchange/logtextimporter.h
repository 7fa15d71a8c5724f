// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/imported.h"

namespace actionscope::exchange {

// Lines of an SDK's or a server's log that tell of an execution: an access log, "Executing `X` with params={…}", a line of
// JSON. What belongs to one action stands together.
[[nodiscard]] bool isLogText(const QByteArray &bytes);
[[nodiscard]] Imported importLogText(const QByteArray &bytes);

} // namespace actionscope::exchange
