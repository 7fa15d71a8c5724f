// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/upstream/upstreamoutcome.h"

#include "app/base/charset.h"
#include "app/base/tr.h"
#include "app/json/document.h"
#include "app/json/writer.h"
#include "app/sandbox/filestore.h"

#include <QStringDecoder>

#include <optional>

namespace actionscope::sandbox {

namespace {

using Trouble = UpstreamAnswer::Trouble;

QByteArray typeOf(const api::HttpAnswer &answer)
{
    return api::headerValue(answer.headers, "content-type").value_or(QByteArray());
}

// Nothing where the body is no text.
std::optional<QString> textOf(const api::HttpAnswer &answer)
{
    const QByteArray type = typeOf(answer).toLower();
    const qsizetype at = type.indexOf("charset=");
    const QByteArray charset
        = at < 0 ? QByteArray("utf-8") : type.sliced(at + 8).split(';').first().replace('"', "").trimmed();
    const auto bytes = isUtf8Name(charset) ? std::optional(answer.body) : toUtf8(answer.body, charset);
    if (!bytes || bytes->contains('\0'))
        return std::nullopt;
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(*bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

// What an error body says, in any of the shapes services use.
QString wordsOf(const QByteArray &body)
{
    const json::Document document = json::Document::parse(body);
    const json::Value root = document.root();
    const json::Value error = root.member(u"error");
    for (const json::Value &value : {root.member(u"message"), error.member(u"message"), root.member(u"error_description"),
             error, root.member(u"detail"), root}) {
        if (document.isValid() && value.isString() && !value.toString().isEmpty())
            return value.toString().left(300);
    }
    return {};
}

QString nameOf(const api::HttpAnswer &answer)
{
    const QByteArray type = typeOf(answer).split(';').first().trimmed();
    return QLatin1String("answer.") + (type.contains('/') ? QString::fromLatin1(type.split('/').last()) : QStringLiteral("bin"));
}

Outcome silentOutcome(const UpstreamAnswer &answer)
{
    const int status = answer.trouble == Trouble::NotAllowed ? 403 : answer.trouble == Trouble::TooSlow ? 504 : 502;
    return failedOutcome(
        answer.hint.isEmpty() ? answer.sentence : QString(answer.sentence + QLatin1Char(' ') + answer.hint), status);
}

Result<Outcome> refusedOutcome(const api::HttpAnswer &answer, FileStore &files)
{
    const QString reason = QString::fromLatin1(answer.reason).trimmed();
    const QString httpError
        = reason.isEmpty() ? QString::number(answer.status) : QStringLiteral("%1 %2").arg(answer.status).arg(reason);
    QString message = wordsOf(answer.body);
    if (answer.status < 400)
        message = Tr::tr("It wants to be asked at another address, which is not followed.");
    json::ObjectWriter data;
    data.addInteger("status_code", answer.status);
    data.addString("http_error", httpError);
    data.addString("message", message.isEmpty() ? httpError : message);
    for (const char *name : {"retry-after", "location"}) {
        if (const auto value = api::headerValue(answer.headers, name))
            data.addString(QByteArray(name).replace('-', '_'), QString::fromUtf8(*value));
    }
    if (!answer.body.isEmpty()) {
        const auto body = bodyJson(answer, files);
        if (!body)
            return Failure(body.error());
        data.addRaw("response_data", *body);
    }
    const QString sentence = message.isEmpty() ? Tr::tr("The service answered HTTP %1.").arg(httpError)
                                               : Tr::tr("The service answered HTTP %1: %2").arg(httpError, message);
    return Outcome {.successful = false, .data = data.finished(), .error = sentence};
}

} // namespace

bool isSuccess(const UpstreamAnswer &answer)
{
    return answer.trouble == Trouble::None && answer.answer.status >= 200 && answer.answer.status < 300;
}

Result<QByteArray> bodyJson(const api::HttpAnswer &answer, FileStore &files)
{
    const json::Document document = json::Document::parse(answer.body);
    if (document.isValid())
        return document.root().raw().toByteArray();
    if (const auto text = textOf(answer))
        return json::quoted(*text);
    const QString type = QString::fromLatin1(typeOf(answer).split(';').first().trimmed());
    const auto file = files.keep(nameOf(answer), type.isEmpty() ? QStringLiteral("application/octet-stream") : type, answer.body);
    if (!file)
        return Failure(file.error());
    json::ObjectWriter object;
    object.addString("name", file->name);
    object.addString("mimetype", file->mimeType);
    object.addString("s3url", files.urlOf(file->key));
    return object.finished();
}

bool isKeptAsFile(const api::HttpAnswer &answer)
{
    return !json::Document::parse(answer.body).isValid() && !textOf(answer);
}

Result<QByteArray> answerJson(const api::HttpAnswer &answer, FileStore &files)
{
    const auto body = bodyJson(answer, files);
    if (!body)
        return Failure(body.error());
    json::ObjectWriter object;
    object.addInteger("status", answer.status);
    object.addRaw("headers", headersJson(answer.headers));
    object.addRaw("body", *body);
    return object.finished();
}

QByteArray headersJson(const api::HeaderList &headers)
{
    json::ObjectWriter object;
    QByteArrayList written;
    for (const api::Header &header : headers) {
        const QByteArray name = header.name.toLower();
        if (written.contains(name))
            continue;
        written.append(name);
        QStringList values;
        for (const api::Header &other : headers) {
            if (other.name.compare(name, Qt::CaseInsensitive) == 0)
                values.append(QString::fromUtf8(other.value));
        }
        const QByteArray quotedName = json::quoted(QString::fromUtf8(name));
        object.addString(quotedName.sliced(1, quotedName.size() - 2), values.join(QLatin1String(", ")));
    }
    return object.finished();
}

Result<Outcome> outcomeOf(const UpstreamAnswer &answer, FileStore &files)
{
    if (answer.trouble != Trouble::None)
        return silentOutcome(answer);
    if (!isSuccess(answer))
        return refusedOutcome(answer.answer, files);
    if (answer.answer.body.trimmed().isEmpty())
        return Outcome();
    const auto body = bodyJson(answer.answer, files);
    if (!body)
        return Failure(body.error());
    if (body->startsWith('{'))
        return Outcome {.data = *body};
    json::ObjectWriter data;
    data.addRaw("response_data", *body);
    return Outcome {.data = data.finished()};
}

} // namespace actionscope::sandbox
