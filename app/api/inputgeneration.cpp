// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/inputgeneration.h"

#include "app/api/apierror.h"
#include "app/api/wire.h"
#include "app/base/tr.h"
#include "app/json/document.h"
#include "app/json/writer.h"

namespace actionscope::api {

namespace {

InputAnswer unusable(const QString &sentence) { return {Verdict::NoUsableAnswer, sentence}; }

QString textOf(const json::Value &value)
{
    if (!value.isValid() || value.isNull())
        return {};
    return value.isString() ? value.toString() : QString::fromUtf8(value.raw());
}

QString refusalText(const ApiError &error)
{
    return error.suggestedFix.isEmpty() ? error.message
                                        : error.message + QLatin1Char(' ') + error.suggestedFix;
}

InputAnswer answerOf(const json::Document &document)
{
    if (const auto error = document.error()) {
        const json::Place place = json::placeOf(document.bytes(), error->offset);
        return unusable(Tr::tr("The answer is not valid JSON: line %1, column %2: %3.")
                            .arg(place.line)
                            .arg(place.column)
                            .arg(error->reason));
    }
    const json::Value arguments = document.root().member(u"arguments");
    const QString error = textOf(document.root().member(u"error"));
    if (!error.isEmpty())
        return {Verdict::ActionRefused, error};
    if (arguments.isObject())
        return {Verdict::Successful, {}, arguments.raw().toByteArray()};
    if (arguments.isValid() && !arguments.isNull())
        return unusable(Tr::tr("The arguments of the answer are not a JSON object."));
    return unusable(Tr::tr("The answer has neither arguments nor error."));
}

} // namespace

HttpRequest toWire(const InputRequest &request, ApiVersion version)
{
    const bool isOld = version == ApiVersion::V2;
    json::ObjectWriter body;
    const auto add = [&](QByteArrayView name, const QString &text) {
        if (!text.isEmpty())
            body.addString(name, text);
    };
    add("text", request.text);
    add(isOld ? "customDescription" : "custom_description", request.customDescription);
    add(isOld ? "systemPrompt" : "system_prompt", request.systemPrompt);
    if (!isOld)
        add("version", request.version);

    HttpRequest wire;
    wire.method = "POST";
    const QByteArray id = encodedActionId(request.actionId);
    wire.path = isOld ? pathPrefix(version) + "/actions/" + id + "/execute/get.inputs"
                      : pathPrefix(version) + "/tools/execute/" + id + "/input";
    wire.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
    wire.body = body.finished();
    return wire;
}

InputAnswer readInputAnswer(const Exchange &exchange)
{
    const HttpAnswer &answer = exchange.answer;
    if (exchange.fault) {
        const bool isCancelled = exchange.fault->kind == FaultKind::Cancelled;
        return {isCancelled ? Verdict::Cancelled : Verdict::NoUsableAnswer, exchange.fault->sentence};
    }
    const json::Document document = json::Document::parse(answer.body);
    if (answer.status >= 400)
        return {Verdict::ServiceRefused, refusalText(readApiError(answer, document))};
    if (answer.body.trimmed().isEmpty())
        return unusable(Tr::tr("The service answered %1 with an empty body.").arg(answer.status));
    InputAnswer result = answerOf(document);
    result.source = QString::fromLatin1(
        headerValue(answer.headers, "x-actionscope-input-source").value_or(QByteArray()));
    return result;
}

} // namespace actionscope::api
