// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/requestlog/loggedrequest.h"

#include "app/api/authconfig.h"
#include "app/api/secretheaders.h"
#include "app/json/document.h"
#include "app/json/format.h"
#include "app/json/textedit.h"
#include "app/json/writer.h"

namespace actionscope::sandbox {

namespace {

// Spares the reading: a member of that name cannot be in there.
bool cannotHold(const QByteArray &body, QByteArrayView name)
{
    return !body.contains(name) && !body.contains('\\');
}

// The parameters of a proxy request; those of an authConfig are spelled alike.
void hideParameters(QByteArray &body, Redactor &redactor)
{
    if (cannotHold(body, "parameters"))
        return;
    const json::Document document = json::Document::parse(body);
    const json::Value list = json::valueAtPath(document, json::Path {{QStringLiteral("parameters")}});
    if (!list.isArray())
        return;
    const QByteArray text = "{\"parameters\":" + list.raw().toByteArray() + '}';
    api::addAuthConfigSecrets(text, redactor);
    const json::Document hidden = json::Document::parse(api::redactedAuthConfig(text));
    if (document.isValid())
        body = body.first(list.begin()) + hidden.root().member(u"parameters").raw().toByteArray()
            + body.sliced(list.begin() + list.raw().size());
    else
        body = body.first(list.begin()); // broken off inside
}

// Where the versions have credentials in a body: of an execution, of a new connection, of a new auth config.
QList<json::Path> credentialPlaces(const QByteArray &path)
{
    const auto place = [](std::initializer_list<const char *> names) {
        json::Path steps;
        for (const char *name : names)
            steps.append({QString::fromLatin1(name)});
        return steps;
    };
    QList<json::Path> places {place({"authConfig"}), place({"custom_auth_params"}), place({"custom_connection_data"})};
    if (path.contains("/execute"))
        return places;
    places += {place({"connection_data"}), place({"credentials"}), place({"auth_config", "credentials"}),
        place({"config", "integrationSecrets"}), place({"connection", "initiateData"}), place({"connection", "data"}),
        place({"connection", "state", "val"})};
    if (path.contains("/connectedAccounts"))
        places.append(place({"data"}));
    return places;
}

// Whichever version wrote it. Where the body breaks off, so does what is kept of it.
void hideCredentials(const QByteArray &path, QByteArray &body, Redactor &redactor)
{
    const bool isPlain = path.contains("/execute") && cannotHold(body, "authConfig")
        && cannotHold(body, "custom_auth_params") && cannotHold(body, "custom_connection_data");
    if (isPlain)
        return;
    const QList<json::Path> places = credentialPlaces(path);
    for (const json::Path &place : places)
        api::hideAuthConfigAt(place, body, [&redactor](const QByteArray &name, const QByteArray &value) { redactor.addSecret(name, value); });
}

// On one line, as it came where it can be. Returns whether the bytes can be had back from what was written.
bool addBody(json::ObjectWriter &line, QByteArrayView name, const QByteArray &body)
{
    const json::Document document = json::Document::parse(body);
    if (document.isValid() && !document.root().isString()) {
        const bool isOneLine = !body.contains('\n') && !body.contains('\r');
        line.addRaw(name, isOneLine ? body : json::minified(document.root().raw()));
        return isOneLine && document.root().raw().size() == body.size();
    }
    const QString text = QString::fromUtf8(body);
    line.addString(name, text);
    return text.toUtf8() == body;
}

QByteArray headersJson(const api::HeaderList &list)
{
    QByteArray text = "[";
    for (const api::Header &header : list) {
        text += text.size() > 1 ? ",[" : "[";
        text += json::quotedUtf8(header.name);
        text += ',';
        text += json::quotedUtf8(header.value);
        text += ']';
    }
    return text + ']';
}

// ISO 8601 with milliseconds, in UTC. All but these stays the same for a second and is made once.
QByteArray isoText(const QDateTime &time)
{
    thread_local qint64 lastSecond = -1;
    thread_local QByteArray lastText;
    const qint64 milliseconds = time.toMSecsSinceEpoch();
    if (milliseconds / 1000 != lastSecond) {
        lastSecond = milliseconds / 1000;
        lastText = time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.")).toLatin1();
    }
    return lastText + QByteArray::number(1000 + milliseconds % 1000).sliced(1) + 'Z';
}

} // namespace

LoggedRequest withoutSecrets(LoggedRequest entry)
{
    Redactor redactor;
    api::hideSecretHeaders(entry.request.headers, redactor);
    hideCredentials(entry.request.path, entry.request.body, redactor);
    hideParameters(entry.request.body, redactor);
    if (redactor.isEmpty())
        return entry;
    for (api::HeaderList *headers : {&entry.request.headers, &entry.answerHeaders}) {
        for (api::Header &header : *headers)
            header.value = redactor.redacted(header.value);
    }
    for (QByteArray *text : {&entry.request.path, &entry.request.body, &entry.answer})
        *text = redactor.redacted(*text);
    return entry;
}

QByteArray jsonLine(const LoggedRequest &entry)
{
    const LoggedRequest shown = withoutSecrets(entry);
    json::ObjectWriter line;
    line.addInteger("number", qint64(shown.number));
    line.addUtf8("time", isoText(shown.time));
    line.addUtf8("method", shown.request.method);
    line.addUtf8("path", shown.request.path);
    line.addUtf8("requestId", shown.id);
    line.addRaw("headers", headersJson(shown.request.headers));
    (void)addBody(line, "body", shown.request.body);
    line.addInteger("bodyBytes", shown.requestSize);
    if (shown.status == 0)
        line.addNull("status");
    else
        line.addInteger("status", shown.status);
    line.addRaw("milliseconds", QByteArray::number(double(shown.microseconds) / 1000, 'f', 3));
    line.addRaw("answerHeaders", headersJson(shown.answerHeaders));
    if (!addBody(line, "answer", shown.answer))
        line.addString("answerBase64", QString::fromLatin1(shown.answer.toBase64()));
    line.addInteger("answerBytes", shown.answerSize);
    if (!shown.faults.isEmpty())
        line.addString("faults", QString::fromUtf8(shown.faults));
    if (!shown.replay.isEmpty())
        line.addString("replay", QString::fromUtf8(shown.replay));
    return line.finished() + '\n';
}

} // namespace actionscope::sandbox
