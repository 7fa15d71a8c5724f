// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/reportreader.h"

#include "app/api/headerfield.h"
#include "app/base/tr.h"
#include "app/exchange/bundlefields.h"

namespace actionscope::exchange {

namespace {

QByteArray bodyOf(const json::Value &side)
{
    const json::Value packed = side.member(u"bodyBase64");
    return packed.isString() ? QByteArray::fromBase64(packed.toString().toLatin1()) : side.member(u"body").toString().toUtf8();
}

} // namespace

bool isReport(const QByteArray &, const json::Document &document)
{
    return document.root().member(u"actionscopeReport").isNumber() && document.root().member(u"exchange").isObject();
}

Result<ReadExchange> readReport(const QByteArray &bytes, const json::Document &document, const ReadWish &)
{
    if (const auto error = document.error()) {
        const json::Place place = json::placeOf(bytes, error->offset);
        return failure(ErrorCode::InvalidInput, Tr::tr("The report is not whole: line %1, column %2: %3.").arg(place.line).arg(place.column).arg(error->reason));
    }
    const json::Value root = document.root();
    const json::Value request = root.member(u"exchange").member(u"request");
    const json::Value answer = root.member(u"exchange").member(u"answer");
    ReadExchange read;
    read.hasHeads = true;
    read.exchange.request = {request.member(u"method").toString().toLatin1(), request.member(u"path").toString().toUtf8(),
        api::headersFromJson(request.member(u"headers")), bodyOf(request)};
    read.exchange.answer = {int(answer.member(u"status").toInteger().value_or(0)), answer.member(u"reason").toString().toUtf8(),
        api::headersFromJson(answer.member(u"headers")), bodyOf(answer)};
    for (const BundleTime &time : bundleTimes)
        read.exchange.timings.*(time.field) = root.member(u"timings").member(QString::fromLatin1(time.name)).toInteger().value_or(-1);
    const json::Value fault = root.member(u"fault");
    if (fault.isObject()) {
        read.exchange.fault = api::TransportFault {api::faultFromName(fault.member(u"kind").toString()).value_or(api::FaultKind::Other),
            fault.member(u"sentence").toString(), fault.member(u"detail").toString(), fault.member(u"requestHadLeft").toBool().value_or(true)};
    }
    read.baseUrl = root.member(u"baseUrl").toString();
    read.apiVersion = api::versionFromName(root.member(u"apiVersion").toString());
    read.receivedAt = QDateTime::fromString(root.member(u"startedAt").toString(), Qt::ISODateWithMs);
    return read;
}

} // namespace actionscope::exchange
