// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/wirev2.h"

#include "app/json/writer.h"

namespace actionscope::api {

WireForm toWireV2(const ExecuteRequest &request)
{
    json::ObjectWriter body;
    const auto addText = [&](QByteArrayView name, const QString &text) {
        if (!text.isEmpty())
            body.addString(name, text);
    };
    const auto addJson = [&](QByteArrayView name, const QByteArray &bytes) {
        if (!bytes.trimmed().isEmpty())
            body.addRaw(name, bytes);
    };
    addText("connectedAccountId", request.connectedAccountId);
    addText("entityId", request.entityId);
    addText("appName", request.appName);
    addJson("input", request.input);
    addText("text", request.text);
    addText("customDescription", request.customDescription);
    addText("systemPrompt", request.systemPrompt);
    addJson("authConfig", request.authConfig);
    addJson("sessionInfo", request.sessionInfo);
    addText("version", request.version);

    WireForm wire;
    wire.request.method = "POST";
    wire.request.path = pathPrefix(ApiVersion::V2) + "/actions/" + encodedActionId(request.actionId) + "/execute";
    wire.request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
    wire.request.body = body.finished();
    return wire;
}

} // namespace actionscope::api
