// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/imported.h"

namespace actionscope::exchange {

// Invoke-RestMethod or Invoke-WebRequest, also by their short names.
[[nodiscard]] bool isPowerShell(const QByteArray &bytes);
[[nodiscard]] Imported importPowerShell(const QByteArray &bytes);

} // namespace actionscope::exchange
