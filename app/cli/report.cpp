// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/report.h"

#include "app/api/headerfield.h"
#include "app/cli/exitcode.h"
#include "app/cli/jsontexts.h"
#include "app/diagnosis/diagnosisjson.h"
#include "app/json/writer.h"

#include <QStringDecoder>

namespace actionscope::cli {

namespace {

QByteArray timingsOf(const api::Timings &timings)
{
    json::ObjectWriter writer;
    const auto add = [&](const char *name, qint64 microseconds) {
        if (microseconds < 0)
            writer.addNull(name);
        else
            writer.addInteger(name, microseconds);
    };
    add("started", timings.started);
    add("connected", timings.connected);
    add("encrypted", timings.encrypted);
    add("requestSent", timings.requestSent);
    add("firstByte", timings.firstByte);
    add("lastByte", timings.lastByte);
    add("finished", timings.finished);
    return writer.finished();
}

// As text where it is text, else in base64, so that no byte is lost.
void addBody(json::ObjectWriter &writer, const QByteArray &body)
{
    QStringDecoder decoder(QStringDecoder::Utf8,
        QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder.decode(body);
    if (decoder.hasError())
        writer.addString("bodyBase64", QString::fromLatin1(body.toBase64()));
    else
        writer.addString("body", text);
}

QByteArray exchangeOf(const api::Exchange &exchange)
{
    json::ObjectWriter request;
    request.addString("method", QString::fromLatin1(exchange.request.method));
    request.addString("path", QString::fromLatin1(exchange.request.path));
    request.addRaw("headers", api::headersJson(exchange.request.headers));
    addBody(request, exchange.request.body);
    json::ObjectWriter answer;
    answer.addInteger("status", exchange.answer.status);
    answer.addString("reason", QString::fromLatin1(exchange.answer.reason));
    answer.addRaw("headers", api::headersJson(exchange.answer.headers));
    addBody(answer, exchange.answer.body);
    json::ObjectWriter writer;
    writer.addRaw("request", request.finished());
    writer.addRaw("answer", answer.finished());
    return writer.finished();
}

QByteArray errorOf(const std::optional<api::ApiError> &error)
{
    if (!error)
        return "null";
    json::ObjectWriter writer;
    writer.addInteger("status", error->status);
    writer.addString("code", error->code);
    writer.addString("slug", error->slug);
    writer.addString("type", error->type);
    writer.addString("message", error->message);
    writer.addString("suggestedFix", error->suggestedFix);
    writer.addString("requestId", error->requestId);
    writer.addRaw("details", jsonTexts(error->details));
    return writer.finished();
}

QByteArray faultOf(const std::optional<api::TransportFault> &fault)
{
    if (!fault)
        return "null";
    json::ObjectWriter writer;
    writer.addString("kind", api::faultName(fault->kind));
    writer.addString("sentence", fault->sentence);
    writer.addString("detail", fault->detail);
    writer.addBool("requestHadLeft", fault->requestHadLeft);
    return writer.finished();
}

} // namespace

QString requestIdOf(const api::Exchange &exchange)
{
    const auto answered = api::headerValue(exchange.answer.headers, "x-request-id");
    const auto sent = api::headerValue(exchange.request.headers, "x-request-id");
    return QString::fromUtf8(answered.value_or(sent.value_or(QByteArray())));
}

QByteArray reportOf(const workspace::RunRecord &record, const QStringList &notices)
{
    const storage::HistoryEntry &entry = record.entry;
    // Judged anew without secrets: what the service says may repeat the key.
    const diagnosis::Judgement judgement = diagnosis::judge(entry.exchange);
    json::ObjectWriter bytes;
    bytes.addInteger("sent", entry.exchange.request.body.size());
    bytes.addInteger("received", record.judgement.document.bytes().size());
    json::ObjectWriter writer;
    writer.addInteger("actionscopeReport", 1);
    writer.addString("verdict", api::verdictName(entry.verdict));
    writer.addString("sentence", entry.sentence);
    writer.addInteger("exitCode", int(exitCodeOf(entry.verdict)));
    writer.addInteger("status", entry.exchange.answer.status);
    writer.addString("actionId", entry.draft.request.actionId);
    writer.addString("environment", entry.environment);
    writer.addString("baseUrl", entry.baseUrl);
    writer.addString("apiVersion", api::versionName(entry.apiVersion));
    writer.addString("startedAt", entry.startedAt.toString(Qt::ISODateWithMs));
    writer.addString("requestId", requestIdOf(entry.exchange));
    writer.addString("logId", judgement.response ? judgement.response->logId : QString());
    writer.addString("historyId", entry.id);
    writer.addRaw("notices", jsonTexts(notices));
    writer.addRaw("timings", timingsOf(entry.exchange.timings));
    writer.addRaw("bytes", bytes.finished());
    writer.addRaw("error", errorOf(judgement.error));
    writer.addRaw("fault", faultOf(entry.exchange.fault));
    writer.addRaw("diagnosis", diagnosis::toJson(record.diagnosis));
    writer.addRaw("exchange", exchangeOf(entry.exchange));
    return writer.finished();
}

} // namespace actionscope::cli
