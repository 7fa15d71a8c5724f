// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/bundle.h"

#include "app/api/headerfield.h"
#include "app/exchange/bundlefields.h"
#include "app/exchange/transportjson.h"
#include "app/json/document.h"
#include "app/json/writer.h"

#include <QStringDecoder>

namespace actionscope::exchange {

namespace {

// A JSON value and nothing around it: only then does it come back as it was.
bool isBareJson(const QByteArray &bytes)
{
    const json::Document document = json::Document::parse(bytes);
    return document.isValid() && document.root().raw().size() == bytes.size();
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder(bytes);
    return !decoder.hasError() && text.toUtf8() == bytes; // a byte order mark would be lost
}

void addBody(json::ObjectWriter &writer, const QByteArray &body)
{
    if (body.isEmpty())
        return;
    if (isBareJson(body) && isUtf8(body))
        writer.addRaw("json", body);
    else if (isUtf8(body))
        writer.addString("text", QString::fromUtf8(body));
    else
        writer.addString("base64", QString::fromLatin1(body.toBase64()));
}

QByteArray requestJson(const api::ExecuteRequest &request)
{
    json::ObjectWriter writer;
    for (const BundleText &field : bundleTexts) {
        if (!(request.*(field.field)).isEmpty())
            writer.addString(field.name, request.*(field.field));
    }
    for (const BundleJson &field : bundleJson) {
        const QByteArray &value = request.*(field.field);
        if (value.isEmpty())
            continue;
        if (isBareJson(value) && !value.trimmed().startsWith('"') && isUtf8(value))
            writer.addRaw(field.name, value);
        else
            writer.addString(field.name, QString::fromUtf8(value)); // half an object, as it was typed
    }
    return writer.finished();
}

QByteArray sentJson(const api::HttpRequest &request)
{
    json::ObjectWriter writer;
    writer.addString("method", QString::fromLatin1(request.method));
    writer.addString("path", QString::fromUtf8(request.path));
    writer.addRaw("headers", api::headersJson(request.headers));
    addBody(writer, request.body);
    return writer.finished();
}

QByteArray receivedJson(const api::HttpAnswer &answer)
{
    json::ObjectWriter writer;
    writer.addInteger("status", answer.status);
    writer.addString("reason", QString::fromUtf8(answer.reason));
    writer.addRaw("headers", api::headersJson(answer.headers));
    addBody(writer, answer.body);
    return writer.finished();
}

QByteArray environmentJson(const Bundle &bundle)
{
    json::ObjectWriter writer;
    writer.addString("name", bundle.environment);
    writer.addString("baseUrl", bundle.baseUrl);
    if (bundle.apiVersion)
        writer.addString("apiVersion", api::versionName(*bundle.apiVersion));
    return writer.finished();
}

// Members on lines of their own, so that a person finds them and a diff shows which has changed.
class LineWriter final
{
public:
    void addRaw(const char *name, const QByteArray &json) { m_bytes += (m_bytes.isEmpty() ? "{\n  \"" : ",\n  \"") + QByteArray(name) + "\": " + json; }
    void addString(const char *name, const QString &text)
    {
        if (!text.isEmpty())
            addRaw(name, json::quoted(text));
    }
    void addTime(const char *name, const QDateTime &time)
    {
        if (time.isValid())
            addString(name, time.toUTC().toString(Qt::ISODateWithMs));
    }
    void addJson(const char *name, const QByteArray &json)
    {
        if (json::Document::parse(json).isValid())
            addRaw(name, json.trimmed());
    }
    [[nodiscard]] QByteArray finished() const { return m_bytes + "\n}\n"; }

private:
    QByteArray m_bytes;
};

} // namespace

QByteArray writeBundle(const Bundle &bundle)
{
    LineWriter writer;
    writer.addRaw("actionscopeBundle", QByteArray::number(bundleFormat));
    writer.addTime("createdAt", bundle.createdAt);
    writer.addString("createdBy", bundle.createdBy);
    writer.addRaw("request", requestJson(bundle.request));
    writer.addRaw("environment", environmentJson(bundle));
    writer.addTime("startedAt", bundle.startedAt);
    if (bundle.verdict)
        writer.addString("verdict", api::verdictName(*bundle.verdict));
    writer.addString("sentence", bundle.sentence);
    writer.addRaw("sent", sentJson(bundle.exchange.request));
    writer.addRaw("received", receivedJson(bundle.exchange.answer));
    writer.addRaw("timings", timingsJson(bundle.exchange.timings));
    if (bundle.exchange.fault)
        writer.addRaw("fault", faultJson(*bundle.exchange.fault));
    writer.addJson("account", bundle.account);
    writer.addJson("action", bundle.action);
    writer.addJson("diagnosis", bundle.diagnosis);
    writer.addString("notes", bundle.notes);
    return writer.finished();
}

} // namespace actionscope::exchange
