// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/wirev3.h"

#include "app/base/tr.h"
#include "app/json/document.h"
#include "app/json/writer.h"

#include <utility>

namespace actionscope::api {

namespace {

// Members of the body by the v2 names of what they carry.
constexpr std::pair<const char *, const char *> bodyMembers[] = {
    {"connectedAccountId", "connected_account_id"},
    {"entityId", "user_id"},
    {"input", "arguments"},
    {"text", "text"},
    {"authConfig", "custom_auth_params"},
    {"version", "version"},
};

QStringList noticesFor(const ExecuteRequest &request, ApiVersion version)
{
    QStringList notices;
    const QString name = versionName(version);
    const auto cannotCarry = [&](const char *field, bool isSet) {
        if (isSet) {
            notices.append(
                Tr::tr("%1 is not sent: execute on %2 has no such field.").arg(QLatin1String(field), name));
        }
    };
    cannotCarry("appName", !request.appName.isEmpty());
    cannotCarry("sessionInfo", !request.sessionInfo.trimmed().isEmpty());
    cannotCarry("systemPrompt", !request.systemPrompt.isEmpty());
    cannotCarry("customDescription", !request.customDescription.isEmpty());
    if (!request.text.isEmpty() && json::Document::parse(request.input).nodeCount() > 1)
        notices.append(Tr::tr("%1 refuses a request that has both text and input.").arg(name));
    if (!request.connectedAccountId.isEmpty() && request.entityId.isEmpty())
        notices.append(Tr::tr("%1 wants entityId (user_id) beside connectedAccountId.").arg(name));
    if (request.actionId != request.actionId.toUpper())
        notices.append(Tr::tr("%1 knows actions in upper case only.").arg(name));
    return notices;
}

} // namespace

QByteArray bodyMemberV3(QByteArrayView field)
{
    for (const auto &[name, member] : bodyMembers) {
        if (field == name)
            return member;
    }
    return {};
}

WireForm toWireV3(const ExecuteRequest &request, ApiVersion version)
{
    json::ObjectWriter body;
    const auto addText = [&](QByteArrayView field, const QString &text) {
        if (!text.isEmpty())
            body.addString(bodyMemberV3(field), text);
    };
    addText("connectedAccountId", request.connectedAccountId);
    addText("entityId", request.entityId);
    // An empty `arguments` beside `text` would trip the mutual exclusion for nothing.
    const bool emptyBesideText
        = !request.text.isEmpty() && json::Document::parse(request.input).nodeCount() <= 1;
    if (!request.input.trimmed().isEmpty() && !emptyBesideText)
        body.addRaw(bodyMemberV3("input"), request.input);
    addText("text", request.text);
    if (!request.authConfig.trimmed().isEmpty())
        body.addRaw(bodyMemberV3("authConfig"), request.authConfig);
    addText("version", request.version);

    WireForm wire;
    wire.request.method = "POST";
    wire.request.path = pathPrefix(version) + "/tools/execute/" + encodedActionId(request.actionId);
    wire.request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
    wire.request.body = body.finished();
    wire.notices = noticesFor(request, version);
    return wire;
}

} // namespace actionscope::api
