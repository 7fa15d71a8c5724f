// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/code/codewriters.h"

#include "app/exchange/curlexporter.h"

namespace actionscope::exchange {

QByteArray curlCode(const CodeRequest &code) { return curlCommand(wireRequest(code), code.baseUrl) + '\n'; }

} // namespace actionscope::exchange
