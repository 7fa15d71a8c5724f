// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/code/codewriters.h"

#include "app/exchange/code/literals.h"

namespace actionscope::exchange {

QByteArray typeScriptSdkCode(const CodeRequest &code)
{
    const api::ExecuteRequest &request = code.request;
    QByteArray text = "// npm install @composio/core\n" + scriptLosses(request.input)
        + "import { Composio } from \"@composio/core\";\n"
                      "\n"
                      "const composio = new Composio({\n"
                      "    apiKey: process.env.COMPOSIO_API_KEY,\n"
                      "    baseURL: "
        + quotedText(code.baseUrl.toString()) + ",\n});\n"
        + "const result = await composio.tools.execute(" + quotedText(request.actionId) + ", {\n";
    const auto add = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            text += QByteArray("    ") + name + ": " + quotedText(value) + ",\n";
    };
    add("userId", request.entityId);
    add("connectedAccountId", request.connectedAccountId);
    const bool isTextOnly = !request.text.isEmpty() && request.input.trimmed().isEmpty();
    if (!isTextOnly)
        text += "    arguments: " + scriptLiteral(request.input, 4) + ",\n";
    add("text", request.text);
    if (request.version.isEmpty() || request.version == QLatin1String("latest"))
        text += "    dangerouslySkipVersionCheck: true,\n";
    else
        add("version", request.version);
    return text + "});\nconsole.log(JSON.stringify(result, null, 2));\n";
}

} // namespace actionscope::exchange
