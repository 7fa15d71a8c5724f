// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/wirereader.h"

#include "app/json/document.h"

#include <algorithm>
#include <array>

namespace actionscope::api {

namespace {

using TextField = QString ExecuteRequest::*;
using JsonField = QByteArray ExecuteRequest::*;

struct TextName
{
    const char *name;
    TextField field;
};

struct JsonName
{
    const char *name;
    JsonField field;
};

constexpr std::array<TextName, 7> oldTexts {{{"connectedAccountId", &ExecuteRequest::connectedAccountId},
    {"entityId", &ExecuteRequest::entityId}, {"appName", &ExecuteRequest::appName}, {"text", &ExecuteRequest::text},
    {"customDescription", &ExecuteRequest::customDescription}, {"systemPrompt", &ExecuteRequest::systemPrompt},
    {"version", &ExecuteRequest::version}}};
constexpr std::array<JsonName, 3> oldJson {{{"input", &ExecuteRequest::input},
    {"authConfig", &ExecuteRequest::authConfig}, {"sessionInfo", &ExecuteRequest::sessionInfo}}};
constexpr std::array<TextName, 5> newTexts {{{"connected_account_id", &ExecuteRequest::connectedAccountId},
    {"user_id", &ExecuteRequest::entityId}, {"entity_id", &ExecuteRequest::entityId}, {"text", &ExecuteRequest::text},
    {"version", &ExecuteRequest::version}}};
constexpr std::array<JsonName, 2> newJson {
    {{"arguments", &ExecuteRequest::input}, {"custom_auth_params", &ExecuteRequest::authConfig}}};

// The version and the action of a path; nothing where it executes no action.
std::optional<ReadExecution> readPath(const QByteArray &path)
{
    const QList<QByteArray> parts = path.split('?').first().split('/'); // "", api, v2, actions, ID, execute
    if (parts.size() != 6 || parts[1] != "api")
        return {};
    const auto version = versionFromName(QString::fromLatin1(parts[2]));
    if (!version)
        return {};
    const bool isOld = *version == ApiVersion::V2;
    const QByteArray id = isOld ? parts[4] : parts[5];
    const bool executes = isOld ? parts[3] == "actions" && parts[5] == "execute"
                                : parts[3] == "tools" && parts[4] == "execute" && id != "proxy";
    if (!executes || id.isEmpty())
        return {};
    ReadExecution read;
    read.version = *version;
    read.request.actionId = QString::fromUtf8(QByteArray::fromPercentEncoding(id));
    return read;
}

template <typename Texts, typename Jsons>
void readBody(const json::Value &root, const Texts &texts, const Jsons &jsons, ReadExecution &read)
{
    for (json::Value member = root.firstChild(); member.isValid(); member = member.nextSibling()) {
        const QString name = member.key();
        const auto isNamed = [&name](const auto &each) { return name == QLatin1String(each.name); };
        const auto text = std::find_if(texts.begin(), texts.end(), isNamed);
        const auto json = std::find_if(jsons.begin(), jsons.end(), isNamed);
        if (member.isNull())
            continue; // as good as absent, for every field
        if (text != texts.end() && member.isString())
            read.request.*(text->field) = member.toString();
        else if (json != jsons.end())
            read.request.*(json->field) = member.raw().toByteArray();
        else
            read.leftOut.append(name);
    }
}

} // namespace

std::optional<ReadExecution> readExecution(const HttpRequest &request)
{
    if (request.method != "POST")
        return {};
    auto read = readPath(request.path);
    if (!read)
        return {};
    const json::Document document = json::Document::parse(request.body);
    if (!document.isValid() || !document.root().isObject())
        return read;
    if (read->version == ApiVersion::V2)
        readBody(document.root(), oldTexts, oldJson, *read);
    else
        readBody(document.root(), newTexts, newJson, *read);
    return read;
}

} // namespace actionscope::api
