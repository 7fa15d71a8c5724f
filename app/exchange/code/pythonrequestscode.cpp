// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/code/codewriters.h"

#include "app/exchange/code/literals.h"

namespace actionscope::exchange {

QByteArray pythonRequestsCode(const CodeRequest &code)
{
    return "# pip install requests\n"
           "import os\n"
           "\n"
           "import requests\n"
           "\n"
           "response = requests.post(\n"
           "    "
        + quotedText(QString::fromUtf8(addressOf(code)))
        + ",\n"
          "    headers={\n"
          "        \"Content-Type\": \"application/json\",\n"
          "        \"Accept\": \"application/json\",\n"
          "        \"x-api-key\": os.environ[\"COMPOSIO_API_KEY\"],\n"
          "    },\n"
          "    data="
        + quotedText(QString::fromUtf8(wireRequest(code).body))
        + ".encode(),\n"
          "    timeout=180,\n"
          "    allow_redirects=False,\n"
          ")\n"
          "print(response.status_code, response.text)\n";
}

} // namespace actionscope::exchange
