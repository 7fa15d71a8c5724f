// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/harexporter.h"

#include "app/api/headerfield.h"
#include "app/exchange/transportjson.h"
#include "app/json/writer.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace actionscope::exchange {

namespace {

QByteArray queryOf(const QUrl &url)
{
    json::ArrayWriter list;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        json::ObjectWriter one;
        one.addString("name", name);
        one.addString("value", value);
        list.addRaw(one.finished());
    }
    return list.finished();
}

QString mimeTypeOf(const api::HeaderList &headers)
{
    return QString::fromUtf8(api::headerValue(headers, "content-type").value_or("application/octet-stream"));
}

bool isText(const QByteArray &bytes) { return QString::fromUtf8(bytes).toUtf8() == bytes; }

QByteArray requestJson(const Bundle &bundle)
{
    const api::HttpRequest &request = bundle.exchange.request;
    const QUrl url(bundle.baseUrl + QString::fromUtf8(request.path));
    json::ObjectWriter writer;
    writer.addString("method", QString::fromLatin1(request.method));
    writer.addString("url", url.isRelative() ? bundle.baseUrl + QString::fromUtf8(request.path) : url.toString(QUrl::FullyEncoded));
    writer.addString("httpVersion", u"HTTP/1.1");
    writer.addRaw("cookies", "[]");
    writer.addRaw("headers", api::headersJson(request.headers));
    writer.addRaw("queryString", queryOf(url));
    if (!request.body.isEmpty()) {
        json::ObjectWriter body;
        body.addString("mimeType", mimeTypeOf(request.headers));
        body.addRaw("params", "[]");
        body.addString("text", QString::fromUtf8(request.body));
        writer.addRaw("postData", body.finished());
    }
    writer.addInteger("headersSize", -1);
    writer.addInteger("bodySize", request.body.size());
    return writer.finished();
}

QByteArray responseJson(const Bundle &bundle)
{
    const api::HttpAnswer &answer = bundle.exchange.answer;
    json::ObjectWriter content;
    content.addInteger("size", answer.body.size());
    content.addString("mimeType", mimeTypeOf(answer.headers));
    if (!answer.body.isEmpty() && isText(answer.body)) {
        content.addString("text", QString::fromUtf8(answer.body));
    } else if (!answer.body.isEmpty()) {
        content.addString("text", QString::fromLatin1(answer.body.toBase64()));
        content.addString("encoding", u"base64");
    }
    json::ObjectWriter writer;
    writer.addInteger("status", answer.status);
    writer.addString("statusText", QString::fromUtf8(answer.reason));
    writer.addString("httpVersion", u"HTTP/1.1");
    writer.addRaw("cookies", "[]");
    writer.addRaw("headers", api::headersJson(answer.headers));
    writer.addRaw("content", content.finished());
    writer.addString("redirectURL", QString::fromUtf8(api::headerValue(answer.headers, "location").value_or("")));
    writer.addInteger("headersSize", -1);
    writer.addInteger("bodySize", answer.body.size());
    if (bundle.exchange.fault) {
        writer.addString("_error", bundle.exchange.fault->sentence); // as browsers have it
        writer.addRaw("_fault", faultJson(*bundle.exchange.fault));
    }
    return writer.finished();
}

// Milliseconds between two moments; -1 where one of them was not.
QByteArray spanOf(qint64 from, qint64 to)
{
    return from < 0 || to < from ? QByteArray("-1") : QByteArray::number(double(to - from) / 1000.0, 'f', 3);
}

QByteArray spansJson(const api::Timings &timings)
{
    const qint64 ready = std::max(timings.connected, timings.encrypted);
    const auto known = [](const QByteArray &span) { return span == "-1" ? QByteArray("0") : span; };
    json::ObjectWriter writer;
    writer.addRaw("blocked", spanOf(0, timings.started));
    writer.addRaw("dns", "-1");
    writer.addRaw("connect", spanOf(timings.started, ready)); // HAR counts TLS into it
    writer.addRaw("ssl", spanOf(timings.connected, timings.encrypted));
    writer.addRaw("send", known(spanOf(ready >= 0 ? ready : timings.started, timings.requestSent)));
    writer.addRaw("wait", known(spanOf(timings.requestSent, timings.firstByte)));
    writer.addRaw("receive", known(spanOf(timings.firstByte, timings.lastByte)));
    return writer.finished();
}

QByteArray entryJson(const Bundle &bundle)
{
    const QDateTime time = bundle.startedAt.isValid() ? bundle.startedAt : QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    const api::Timings &timings = bundle.exchange.timings;
    const qint64 whole = std::max({timings.finished, timings.lastByte, qint64(0)});
    json::ObjectWriter writer;
    writer.addString("startedDateTime", time.toUTC().toString(Qt::ISODateWithMs));
    writer.addRaw("time", spanOf(0, whole));
    writer.addRaw("request", requestJson(bundle));
    writer.addRaw("response", responseJson(bundle));
    writer.addRaw("cache", "{}");
    writer.addRaw("timings", spansJson(timings));
    // HAR writes 0 for what did not happen; which phase a fault fell into needs to know it.
    if (bundle.exchange.fault)
        writer.addRaw("_moments", timingsJson(timings));
    const QString comment = bundle.sentence + (bundle.notes.isEmpty() ? QString() : QLatin1Char('\n') + bundle.notes);
    if (!comment.trimmed().isEmpty())
        writer.addString("comment", comment);
    return writer.finished();
}

} // namespace

QByteArray writeHar(const QList<Bundle> &bundles)
{
    json::ObjectWriter creator;
    creator.addString("name", u"Actionscope");
    creator.addString("version", QStringLiteral(ACTIONSCOPE_VERSION));
    QByteArray entries;
    for (const Bundle &bundle : bundles)
        entries += (entries.isEmpty() ? "\n" : ",\n") + entryJson(bundle);
    return "{\"log\":{\"version\":\"1.2\",\"creator\":" + creator.finished() + ",\"entries\":[" + entries + "\n]}}\n";
}

} // namespace actionscope::exchange
