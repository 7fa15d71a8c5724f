// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/code/codewriters.h"

#include "app/exchange/code/literals.h"

namespace actionscope::exchange {

QByteArray pythonSdkCode(const CodeRequest &code)
{
    const api::ExecuteRequest &request = code.request;
    QByteArray text = "# pip install composio\n" + pythonLosses(request.input) + pythonLosses(request.authConfig)
        + "import json\n"
                      "import os\n"
                      "\n"
                      "from composio import Composio\n"
                      "\n"
                      "composio = Composio(api_key=os.environ[\"COMPOSIO_API_KEY\"], base_url="
        + quotedText(code.baseUrl.toString()) + ")\n"
        + "result = composio.tools.execute(\n"
          "    slug="
        + quotedText(request.actionId) + ",\n";
    const auto add = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            text += QByteArray("    ") + name + '=' + quotedText(value) + ",\n";
    };
    add("user_id", request.entityId);
    add("connected_account_id", request.connectedAccountId);
    // The parameter is there always; the service refuses it beside a text.
    const bool isTextOnly = !request.text.isEmpty() && request.input.trimmed().isEmpty();
    text += "    arguments=" + (isTextOnly ? QByteArray("{}") : pythonLiteral(request.input, 4)) + ",\n";
    add("text", request.text);
    if (!request.authConfig.trimmed().isEmpty())
        text += "    custom_auth_params=" + pythonLiteral(request.authConfig, 4) + ",\n";
    if (request.version.isEmpty() || request.version == QLatin1String("latest"))
        text += "    dangerously_skip_version_check=True,\n";
    else
        add("version", request.version);
    return text + ")\nprint(json.dumps(result, indent=2))\n";
}

} // namespace actionscope::exchange
