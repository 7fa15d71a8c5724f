// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/transportjson.h"

#include "app/exchange/bundlefields.h"
#include "app/json/writer.h"

namespace actionscope::exchange {

QByteArray faultJson(const api::TransportFault &fault)
{
    json::ObjectWriter writer;
    writer.addString("kind", api::faultName(fault.kind));
    writer.addString("sentence", fault.sentence);
    writer.addString("detail", fault.detail);
    writer.addBool("requestHadLeft", fault.requestHadLeft);
    return writer.finished();
}

QByteArray timingsJson(const api::Timings &timings)
{
    json::ObjectWriter writer;
    for (const BundleTime &time : bundleTimes) {
        if (timings.*(time.field) >= 0)
            writer.addInteger(time.name, timings.*(time.field));
    }
    return writer.finished();
}

std::optional<api::TransportFault> readFault(const json::Value &value)
{
    const auto kind = api::faultFromName(value.member(u"kind").toString());
    if (!kind)
        return {};
    return api::TransportFault {*kind, value.member(u"sentence").toString(), value.member(u"detail").toString(),
        value.member(u"requestHadLeft").toBool().value_or(false)};
}

api::Timings readTimings(const json::Value &value)
{
    api::Timings timings;
    for (const BundleTime &time : bundleTimes)
        timings.*(time.field) = value.member(QString::fromLatin1(time.name)).toInteger().value_or(-1);
    return timings;
}

} // namespace actionscope::exchange
