// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/code/coderequest.h"

namespace actionscope::exchange {

// One language or library a file. Each runs as pasted, with the key in the environment variable COMPOSIO_API_KEY. Those
// of an SDK speak the version that the SDK speaks; those without send the same bytes as this program.
[[nodiscard]] QByteArray curlCode(const CodeRequest &code);
[[nodiscard]] QByteArray powerShellCode(const CodeRequest &code);
[[nodiscard]] QByteArray pythonSdkCode(const CodeRequest &code); // composio, v3.1
[[nodiscard]] QByteArray pythonV2SdkCode(const CodeRequest &code); // composio-core 0.7
[[nodiscard]] QByteArray typeScriptSdkCode(const CodeRequest &code); // @composio/core, v3.1
[[nodiscard]] QByteArray typeScriptV2SdkCode(const CodeRequest &code); // composio-core 0.5
[[nodiscard]] QByteArray fetchCode(const CodeRequest &code);
[[nodiscard]] QByteArray pythonRequestsCode(const CodeRequest &code);
[[nodiscard]] QByteArray cppQtCode(const CodeRequest &code);

} // namespace actionscope::exchange
