// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/code/codewriters.h"

#include "app/exchange/code/literals.h"

namespace actionscope::exchange {

QByteArray fetchCode(const CodeRequest &code)
{
    return "const response = await fetch(" + quotedText(QString::fromUtf8(addressOf(code)))
        + ", {\n"
          "    method: \"POST\",\n"
          "    headers: {\n"
          "        \"Content-Type\": \"application/json\",\n"
          "        \"Accept\": \"application/json\",\n"
          "        \"x-api-key\": process.env.COMPOSIO_API_KEY,\n"
          "    },\n"
          "    redirect: \"manual\",\n"
          "    body: "
        + quotedText(QString::fromUtf8(wireRequest(code).body))
        + ",\n"
          "});\n"
          "console.log(response.status, await response.text());\n";
}

} // namespace actionscope::exchange
