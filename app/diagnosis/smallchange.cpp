// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/smallchange.h"

#include "app/json/pointer.h"

namespace actionscope::diagnosis {

namespace {

bool changeInput(QByteArray &input, const QString &pointer, const QByteArray &value)
{
    const json::Document document = json::Document::parse(input);
    const auto path = json::pathOfPointer(document.root(), pointer);
    if (!path || path->isEmpty() || !json::Document::parse(value).isValid())
        return false;
    const auto edit = json::settingValue(document, *path, value);
    if (!edit)
        return false;
    input = json::applied(input, *edit);
    return true;
}

bool removeInput(QByteArray &input, const QString &pointer)
{
    const json::Document document = json::Document::parse(input);
    const auto path = json::pathOfPointer(document.root(), pointer);
    const QList<json::TextEdit> edits = path && !path->isEmpty() ? json::removingValue(document, *path) : QList<json::TextEdit>();
    if (edits.isEmpty())
        return false;
    input = json::applied(input, edits);
    return true;
}

bool removeField(api::ExecuteRequest &request, const QString &field)
{
    struct Text
    {
        const char *name;
        QString api::ExecuteRequest::*member;
    };
    static constexpr Text texts[] = {{"appName", &api::ExecuteRequest::appName}, {"entityId", &api::ExecuteRequest::entityId},
        {"connectedAccountId", &api::ExecuteRequest::connectedAccountId}, {"text", &api::ExecuteRequest::text},
        {"systemPrompt", &api::ExecuteRequest::systemPrompt}, {"customDescription", &api::ExecuteRequest::customDescription},
        {"version", &api::ExecuteRequest::version}};
    struct Json
    {
        const char *name;
        QByteArray api::ExecuteRequest::*member;
    };
    static constexpr Json jsons[] = {{"input", &api::ExecuteRequest::input}, {"authConfig", &api::ExecuteRequest::authConfig},
        {"sessionInfo", &api::ExecuteRequest::sessionInfo}};
    for (const Text &text : texts) {
        if (field == QLatin1String(text.name)) {
            (request.*text.member).clear();
            return true;
        }
    }
    for (const Json &json : jsons) {
        if (field == QLatin1String(json.name)) {
            (request.*json.member).clear();
            return true;
        }
    }
    return false;
}

} // namespace

std::optional<api::ExecuteRequest> changed(const api::ExecuteRequest &before, const Try &wish)
{
    api::ExecuteRequest request = before;
    const auto parameter = [&](const char *name) { return wish.parameters.value(QLatin1String(name)); };
    switch (wish.kind) {
    case TryKind::UseAccount:
        request.connectedAccountId = parameter("connectedAccountId");
        request.entityId = parameter("entityId");
        return request;
    case TryKind::UseEntity:
        request.entityId = parameter("entityId");
        return request;
    case TryKind::LeaveAccountOut:
        request.connectedAccountId.clear();
        return request;
    case TryKind::UseAction:
        request.actionId = parameter("actionId");
        return request;
    case TryKind::UseVersion:
        request.version = parameter("version");
        return request;
    case TryKind::ChangeInput:
        return changeInput(request.input, parameter("path"), parameter("value").toUtf8()) ? std::optional(request) : std::nullopt;
    case TryKind::RemoveInput:
        return removeInput(request.input, parameter("path")) ? std::optional(request) : std::nullopt;
    case TryKind::RemoveField:
        return removeField(request, parameter("field")) ? std::optional(request) : std::nullopt;
    case TryKind::Advice:
    case TryKind::SwitchApi:
    case TryKind::RaiseTimeout:
    case TryKind::OpenEnvironment:
    case TryKind::ReadCatalog:
    case TryKind::SendAgain:
        break;
    }
    return {};
}

} // namespace actionscope::diagnosis
