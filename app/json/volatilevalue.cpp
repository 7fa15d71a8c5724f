// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/volatilevalue.h"

#include <QByteArrayList>

#include <algorithm>

namespace actionscope::json {

namespace {

// `9` stands for a digit, `x` for a hexadecimal one.
bool hasForm(QByteArrayView text, QByteArrayView form)
{
    const auto fits = [](char c, char wanted) {
        const bool isDigit = c >= '0' && c <= '9';
        if (wanted == '9')
            return isDigit;
        if (wanted == 'x')
            return isDigit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        return c == wanted;
    };
    return text.size() >= form.size()
        && std::equal(
            form.begin(), form.end(), text.begin(), [&](char wanted, char c) { return fits(c, wanted); });
}

// request_id, requestId and Request-Id are one name.
QByteArray plainName(const Value &value)
{
    QByteArray name;
    for (const char c : value.rawKey()) {
        if (c != '_' && c != '-' && c != '"')
            name += c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    }
    return name;
}

bool namesATime(const Value &value, const QByteArray &name)
{
    static const QByteArrayList names {"timestamp", "time", "date", "created", "updated", "modified",
        "expires", "expiresin", "lastmodified", "starttime", "endtime", "duration", "durationms", "elapsed",
        "elapsedms"};
    const QByteArrayView raw = value.rawKey();
    return names.contains(name) || raw.endsWith("_at\"") || raw.endsWith("At\"");
}

bool namesTheRequest(const QByteArray &name)
{
    static const QByteArrayList names {"requestid", "xrequestid", "traceid", "spanid", "logid", "executionid",
        "correlationid", "etag", "nonce"};
    return names.contains(name);
}

} // namespace

VolatileKind volatileKind(const Value &value)
{
    if (!value.isString() && !value.isNumber())
        return VolatileKind::None;
    const QByteArrayView raw = value.raw();
    if (value.isString()) {
        const QByteArrayView text = raw.sliced(1, raw.size() - 2);
        if (text.size() <= 40 && (hasForm(text, "9999-99-99T99:99") || hasForm(text, "9999-99-99 99:99")))
            return VolatileKind::Timestamp;
        if (text.size() == 36 && hasForm(text, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"))
            return VolatileKind::Uuid;
    }
    if (!value.hasKey() || value.rawKey().size() > 40)
        return VolatileKind::None;
    const QByteArray name = plainName(value);
    if (namesTheRequest(name))
        return VolatileKind::RequestId;
    return namesATime(value, name) ? VolatileKind::Timestamp : VolatileKind::None;
}

} // namespace actionscope::json
