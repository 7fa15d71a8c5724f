// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/code/codewriters.h"

#include "app/exchange/code/literals.h"

namespace actionscope::exchange {

QByteArray pythonV2SdkCode(const CodeRequest &code)
{
    const api::ExecuteRequest &request = code.request;
    // This SDK wants /api in the address.
    QByteArray text = "# pip install composio-core\n" + pythonLosses(request.input)
        + "import json\n"
                      "import os\n"
                      "\n"
                      "from composio import ComposioToolSet\n"
                      "\n"
                      "toolset = ComposioToolSet(api_key=os.environ[\"COMPOSIO_API_KEY\"], base_url="
        + quotedText(code.baseUrl.toString() + QStringLiteral("/api")) + ")\n"
        + "result = toolset.execute_action(\n"
          "    action="
        + quotedText(request.actionId) + ",\n" + "    params=" + pythonLiteral(request.input, 4) + ",\n";
    const auto add = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            text += QByteArray("    ") + name + '=' + quotedText(value) + ",\n";
    };
    add("entity_id", request.entityId);
    add("connected_account_id", request.connectedAccountId);
    add("text", request.text);
    return text + ")\nprint(json.dumps(result, indent=2))\n";
}

} // namespace actionscope::exchange
