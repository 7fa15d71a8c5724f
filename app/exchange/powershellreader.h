// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/shellwords.h"

namespace actionscope::exchange {

// The commands of a text as PowerShell reads it: '…', "…" with backticks, here-strings, tables @{…} and arrays @(…), which
// come out as JSON. `$name = …` in front of a command gives the name its value. Nothing is run.
[[nodiscard]] ShellText readPowerShell(const QByteArray &text);

} // namespace actionscope::exchange
