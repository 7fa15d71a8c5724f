// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/ticketexporter.h"

#include "app/base/tr.h"
#include "app/exchange/curlexporter.h"
#include "app/json/document.h"
#include "app/json/format.h"

#include <QUrl>

#include <algorithm>

namespace actionscope::exchange {

namespace {

constexpr qsizetype longestBody = 4000; // bytes in a ticket

struct Fact
{
    QString name;
    QString value;
};

QString memberOf(const QByteArray &body, std::initializer_list<QStringView> names)
{
    const json::Document document = json::Document::parse(body);
    for (const json::Value &object : {document.root(), document.root().member(u"error")}) {
        for (const QStringView name : names) {
            const json::Value value = object.isValid() ? object.member(name) : json::Value();
            if (value.isString() && !value.toString().isEmpty())
                return value.toString();
        }
    }
    return {};
}

QString requestIdOf(const api::Exchange &exchange)
{
    const auto answered = api::headerValue(exchange.answer.headers, "x-request-id");
    const auto sent = api::headerValue(exchange.request.headers, "x-request-id");
    const QString named = memberOf(exchange.answer.body, {u"request_id", u"requestId"});
    return answered ? QString::fromUtf8(*answered) : named.isEmpty() ? QString::fromUtf8(sent.value_or(QByteArray())) : named;
}

QString accountOf(const Bundle &bundle)
{
    const json::Document document = json::Document::parse(bundle.account);
    const QString id = bundle.request.connectedAccountId.isEmpty() ? document.root().member(u"id").toString() : bundle.request.connectedAccountId;
    const QString status = document.root().member(u"status").toString();
    return status.isEmpty() ? id : QStringLiteral("%1 (%2)").arg(id, status);
}

QString durationOf(const api::Timings &timings)
{
    const qint64 whole = std::max(timings.finished, timings.lastByte);
    return whole < 0 ? QString() : Tr::tr("%1 ms").arg(QString::number(double(whole) / 1000.0, 'f', 1));
}

// Those that are known, in the order support reads them.
QList<Fact> factsOf(const Bundle &bundle)
{
    const api::HttpAnswer &answer = bundle.exchange.answer;
    const QString status = answer.status == 0 ? QString() : QStringLiteral("%1 %2").arg(answer.status).arg(QString::fromUtf8(answer.reason)).trimmed();
    const api::HttpRequest &request = bundle.exchange.request;
    const QString sent = QStringLiteral("%1 %2").arg(QString::fromLatin1(request.method), QString::fromUtf8(request.path)).trimmed();
    const QString size = request.body.isEmpty() ? QString() : Tr::tr("%1 bytes").arg(request.body.size());
    const QList<Fact> all {{Tr::tr("Verdict"), bundle.verdict ? api::verdictTitle(*bundle.verdict) : QString()},
        {Tr::tr("What happened"), bundle.sentence}, {Tr::tr("Action"), bundle.request.actionId}, {Tr::tr("Action version"), bundle.request.version},
        {Tr::tr("Request id"), requestIdOf(bundle.exchange)}, {Tr::tr("Log id"), memberOf(answer.body, {u"logId", u"log_id"})},
        {Tr::tr("Connected account"), accountOf(bundle)}, {Tr::tr("Entity"), bundle.request.entityId}, {Tr::tr("App"), bundle.request.appName},
        {Tr::tr("Time"), bundle.startedAt.isValid() ? bundle.startedAt.toUTC().toString(Qt::ISODateWithMs) : QString()},
        {Tr::tr("Duration"), durationOf(bundle.exchange.timings)}, {Tr::tr("HTTP status"), status},
        {Tr::tr("API"), bundle.apiVersion ? api::versionName(*bundle.apiVersion) : QString()}, {Tr::tr("Address"), bundle.baseUrl},
        {Tr::tr("Request"), sent}, {Tr::tr("Request body"), size}};
    QList<Fact> known;
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(known), [](const Fact &fact) { return !fact.value.trimmed().isEmpty(); });
    return known;
}

QByteArray curlOf(const Bundle &bundle)
{
    api::HttpRequest request = bundle.exchange.request;
    const bool wasSent = bundle.exchange.answer.status != 0 || bundle.exchange.fault;
    if (!api::headerValue(request.headers, "x-api-key") && (!wasSent || request.headers.isEmpty()))
        request.headers.append(api::Header {"x-api-key", "key"}); // its value is a variable of the shell
    return request.method.isEmpty() ? QByteArray() : curlCommand(request, QUrl(bundle.baseUrl));
}

// A fence that is longer than any inside the text.
QByteArray fenced(const QByteArray &language, const QByteArray &text)
{
    qsizetype ticks = 3;
    for (qsizetype i = 0, run = 0; i < text.size(); ++i) {
        run = text[i] == '`' ? run + 1 : 0;
        ticks = std::max(ticks, run + 1);
    }
    const QByteArray fence(ticks, '`');
    return fence + language + '\n' + text + (text.endsWith('\n') ? "" : "\n") + fence + '\n';
}

QByteArray bodySection(const QString &title, const QByteArray &body)
{
    if (body.isEmpty())
        return {};
    const bool isJson = json::Document::parse(body).isValid();
    const QByteArray text = isJson ? json::prettyPrinted(body) : QString::fromUtf8(body).toUtf8();
    QByteArray section = "\n## " + title.toUtf8() + "\n\n";
    section += fenced(isJson ? "json" : "", QString::fromUtf8(text.left(longestBody)).toUtf8());
    if (text.size() > longestBody)
        section += '\n' + Tr::tr("The first %1 of %2 bytes. A bundle holds all of them.").arg(longestBody).arg(text.size()).toUtf8() + '\n';
    return section;
}

// What a diagnosis is called that is as sure as its name says.
QString surenessOf(const QString &confidence)
{
    return confidence == QLatin1String("sure") ? Tr::tr("certain") : confidence == QLatin1String("likely") ? Tr::tr("likely") : Tr::tr("possible");
}

// As explain tells it: the cause and how sure it is, what says so and where, and what to try.
QByteArray causeSection(const QByteArray &json)
{
    const json::Document diagnosis = json::Document::parse(json);
    const json::Value root = diagnosis.root();
    const QString sentence = root.member(u"sentence").toString();
    if (sentence.isEmpty())
        return {};
    const QString cause = root.member(u"cause").toString();
    QByteArray section = "\n## " + Tr::tr("Why").toUtf8() + "\n\n" + sentence.toUtf8();
    if (!cause.isEmpty())
        section += " (`" + cause.toUtf8() + "`, " + surenessOf(root.member(u"confidence").toString()).toUtf8() + ')';
    section += '\n';
    const json::Value evidence = root.member(u"evidence");
    if (evidence.count() > 0)
        section += "\n### " + Tr::tr("Evidence").toUtf8() + "\n\n";
    for (json::Value each = evidence.firstChild(); each.isValid(); each = each.nextSibling()) {
        const QString place = QStringLiteral("%1 %2 %3").arg(each.member(u"side").toString(), each.member(u"what").toString(), each.member(u"place").toString()).simplified();
        section += "- " + each.member(u"text").toString().simplified().toUtf8() + " (" + place.toUtf8() + ")\n";
    }
    const json::Value tries = root.member(u"tries");
    if (tries.count() > 0)
        section += "\n### " + Tr::tr("What to try").toUtf8() + "\n\n";
    for (json::Value each = tries.firstChild(); each.isValid(); each = each.nextSibling())
        section += "- " + each.member(u"sentence").toString().simplified().toUtf8() + '\n';
    return section;
}

// The phases that took place.
QByteArray timingSection(const api::Timings &timings)
{
    const qint64 ready = std::max({timings.started, timings.connected, timings.encrypted});
    const struct
    {
        QString name;
        qint64 from;
        qint64 to;
    } phases[] = {{Tr::tr("Queue"), 0, timings.started}, {Tr::tr("Connect"), timings.started, timings.connected},
        {Tr::tr("TLS"), timings.connected, timings.encrypted}, {Tr::tr("Send"), ready, timings.requestSent},
        {Tr::tr("Wait"), timings.requestSent, timings.firstByte}, {Tr::tr("Receive"), timings.firstByte, timings.lastByte}};
    QByteArray rows;
    for (const auto &phase : phases) {
        if (phase.from >= 0 && phase.to >= phase.from)
            rows += "| " + phase.name.toUtf8() + " | " + QByteArray::number(double(phase.to - phase.from) / 1000.0, 'f', 1) + " |\n";
    }
    return rows.isEmpty() ? rows : "\n## " + Tr::tr("Timing").toUtf8() + "\n\n| | ms |\n|---|---:|\n" + rows;
}

// A cell of a table must not end it.
QByteArray cell(QString text)
{
    return text.replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('|'), QStringLiteral("\\|")).simplified().toUtf8();
}

} // namespace

QByteArray supportText(const Bundle &bundle)
{
    QByteArray text;
    const QList<Fact> facts = factsOf(bundle);
    for (const Fact &fact : facts)
        text += fact.name.toUtf8() + ": " + fact.value.simplified().toUtf8() + '\n';
    const QByteArray curl = curlOf(bundle);
    return curl.isEmpty() ? text : text + '\n' + curl + '\n';
}

QByteArray ticketMarkdown(const Bundle &bundle)
{
    QByteArray text = "# " + (bundle.request.actionId.isEmpty() ? Tr::tr("Execution") : bundle.request.actionId).toUtf8() + "\n\n| | |\n|---|---|\n";
    const QList<Fact> facts = factsOf(bundle);
    for (const Fact &fact : facts)
        text += "| " + cell(fact.name) + " | " + cell(fact.value) + " |\n";
    text += causeSection(bundle.diagnosis);
    text += timingSection(bundle.exchange.timings);
    if (!bundle.notes.trimmed().isEmpty())
        text += "\n## " + Tr::tr("Notes").toUtf8() + "\n\n" + bundle.notes.trimmed().toUtf8() + '\n';
    text += bodySection(Tr::tr("Sent"), bundle.exchange.request.body);
    text += bodySection(Tr::tr("Received"), bundle.exchange.answer.body);
    const QByteArray curl = curlOf(bundle);
    if (!curl.isEmpty() && curl.size() <= longestBody * 2)
        text += "\n## " + Tr::tr("To send it again").toUtf8() + "\n\n" + fenced("bash", curl);
    return text;
}

} // namespace actionscope::exchange
