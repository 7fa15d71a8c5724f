// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/harreader.h"

#include "app/api/headerfield.h"
#include "app/base/tr.h"
#include "app/exchange/answerfinder.h"
#include "app/exchange/faultwords.h"
#include "app/exchange/httptext.h"
#include "app/exchange/logreader.h"

namespace actionscope::exchange {

namespace {

bool isEntry(const json::Value &root)
{
    return root.isObject() && root.member(u"request").member(u"url").isString() && root.member(u"response").isObject();
}

QByteArray contentOf(const json::Value &content)
{
    const QByteArray text = content.member(u"text").toString().toUtf8();
    return content.member(u"encoding").toString() == QLatin1String("base64") ? QByteArray::fromBase64(text) : text;
}

bool hasFailed(const json::Value &entry)
{
    const json::Value response = entry.member(u"response");
    return isFailure(int(response.member(u"status").toInteger().value_or(0)), contentOf(response.member(u"content")));
}

ReadExchange exchangeOf(const json::Value &entry)
{
    ReadExchange read;
    read.hasHeads = true;
    const json::Value request = entry.member(u"request");
    const json::Value response = entry.member(u"response");
    api::Exchange &exchange = read.exchange;
    exchange.request.method = request.member(u"method").toString().toLatin1();
    setAddress(request.member(u"url").toString().toUtf8(), read);
    exchange.request.headers = api::headersFromJson(request.member(u"headers"));
    exchange.request.body = request.member(u"postData").member(u"text").toString().toUtf8();
    exchange.answer.status = int(response.member(u"status").toInteger().value_or(0));
    exchange.answer.reason = response.member(u"statusText").toString().toUtf8();
    exchange.answer.headers = api::headersFromJson(response.member(u"headers"));
    exchange.answer.body = contentOf(response.member(u"content"));
    read.receivedAt = QDateTime::fromString(entry.member(u"startedDateTime").toString(), Qt::ISODateWithMs);
    if (exchange.answer.status != 0)
        return read;
    const QString error = response.member(u"_error").toString();
    exchange.fault = api::TransportFault {api::FaultKind::Other,
        error.isEmpty() ? Tr::tr("The recording has no answer to this request.") : Tr::tr("The recording has no answer: %1.").arg(error), error,
        true};
    if (const auto known = faultInWords(error))
        exchange.fault->kind = known->kind;
    return read;
}

} // namespace

bool isHar(const QByteArray &, const json::Document &document)
{
    const json::Value log = document.root().member(u"log");
    return isEntry(document.root()) || (log.isObject() && log.member(u"entries").isArray());
}

Result<ReadExchange> readHar(const QByteArray &bytes, const json::Document &document, const ReadWish &wish)
{
    if (const auto error = document.error()) {
        const json::Place place = json::placeOf(bytes, error->offset);
        return failure(ErrorCode::InvalidInput, Tr::tr("The HAR file is not whole: line %1, column %2: %3.").arg(place.line).arg(place.column).arg(error->reason));
    }
    if (isEntry(document.root()))
        return exchangeOf(document.root());
    QList<json::Value> entries;
    QList<bool> failures;
    const json::Value list = document.root().member(u"log").member(u"entries");
    for (json::Value entry = list.firstChild(); entry.isValid(); entry = entry.nextSibling()) {
        entries.append(entry);
        failures.append(isEntry(entry) && hasFailed(entry));
    }
    if (entries.isEmpty())
        return failure(ErrorCode::InvalidInput, Tr::tr("The HAR file has no entries."));
    QStringList notes;
    const auto chosen = chosenEntry(failures, wish, notes);
    if (!chosen)
        return Failure(chosen.error());
    if (!isEntry(entries[*chosen])) {
        return failure(ErrorCode::InvalidInput,
            Tr::tr("Entry %1 of the HAR file has no request with a url and no response: byte %2.").arg(*chosen + 1).arg(entries[*chosen].begin()));
    }
    ReadExchange read = exchangeOf(entries[*chosen]);
    read.notes += notes;
    return read;
}

} // namespace actionscope::exchange
