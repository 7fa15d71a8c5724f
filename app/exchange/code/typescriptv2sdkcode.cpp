// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/code/codewriters.h"

#include "app/exchange/code/literals.h"

namespace actionscope::exchange {

QByteArray typeScriptV2SdkCode(const CodeRequest &code)
{
    const api::ExecuteRequest &request = code.request;
    QByteArray text = "// npm install composio-core\n" + scriptLosses(request.input)
        + "import { Composio } from \"composio-core\";\n"
                      "\n"
                      "const composio = new Composio({\n"
                      "    apiKey: process.env.COMPOSIO_API_KEY,\n"
                      "    baseUrl: "
        + quotedText(code.baseUrl.toString()) + ",\n});\n";
    const auto field = [](const char *name, const QString &value, int indent) {
        return value.isEmpty() ? QByteArray() : QByteArray(indent, ' ') + name + ": " + quotedText(value) + ",\n";
    };
    // actions.execute() drops the entity; the entity's own execute() picks its account.
    if (!request.entityId.isEmpty() && request.connectedAccountId.isEmpty()) {
        text += "const result = await composio.getEntity(" + quotedText(request.entityId) + ").execute({\n"
            + field("actionName", request.actionId, 4) + "    params: " + scriptLiteral(request.input, 4) + ",\n"
            + field("text", request.text, 4) + "});\n";
    } else {
        text += "const result = await composio.actions.execute({\n" + field("actionName", request.actionId, 4)
            + "    requestBody: {\n" + field("appName", request.appName, 8)
            + field("connectedAccountId", request.connectedAccountId, 8) + "        input: " + scriptLiteral(request.input, 8)
            + ",\n" + field("text", request.text, 8) + "    },\n});\n";
    }
    return text + "console.log(JSON.stringify(result, null, 2));\n";
}

} // namespace actionscope::exchange
