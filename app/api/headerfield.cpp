// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/headerfield.h"

#include "app/json/writer.h"

namespace actionscope::api {

namespace {

// From `at` to the next semicolon outside quotes, which is passed over.
QByteArray takePart(const QByteArray &text, qsizetype &at)
{
    const qsizetype begin = at;
    bool isQuoted = false;
    for (; at < text.size() && (isQuoted || text[at] != ';'); ++at) {
        if (isQuoted && text[at] == '\\' && at + 1 < text.size())
            ++at;
        else if (text[at] == '"')
            isQuoted = !isQuoted;
    }
    return text.mid(begin, at++ - begin).trimmed();
}

QByteArray unquoted(const QByteArray &text)
{
    if (!text.startsWith('"'))
        return text;
    QByteArray plain;
    for (qsizetype i = 1; i < text.size() && text[i] != '"'; ++i) {
        if (text[i] == '\\' && i + 1 < text.size())
            ++i;
        plain += text[i];
    }
    return plain;
}

} // namespace

HeaderField headerField(const QByteArray &text)
{
    qsizetype at = 0;
    HeaderField field {takePart(text, at).toLower(), {}};
    while (at < text.size()) {
        const QByteArray part = takePart(text, at);
        const qsizetype equals = part.indexOf('=');
        if (equals > 0) {
            field.parameters.append(
                {part.first(equals).trimmed().toLower(), unquoted(part.sliced(equals + 1).trimmed())});
        }
    }
    return field;
}

QByteArray headersJson(const HeaderList &headers)
{
    json::ArrayWriter list;
    for (const Header &header : headers) {
        json::ObjectWriter one;
        one.addString("name", QString::fromUtf8(header.name));
        one.addString("value", QString::fromUtf8(header.value));
        list.addRaw(one.finished());
    }
    return list.finished();
}

HeaderList headersFromJson(const json::Value &list)
{
    HeaderList headers;
    for (json::Value one = list.firstChild(); one.isValid(); one = one.nextSibling())
        headers.append({one.member(u"name").toString().toUtf8(), one.member(u"value").toString().toUtf8()});
    return headers;
}

} // namespace actionscope::api
