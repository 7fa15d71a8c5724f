// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/jsontext.h"

#include "app/base/tr.h"
#include "app/models/readable.h"

#include <algorithm>

namespace actionscope::models {

namespace {

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Length of the beginning of `text` (between the quotes) that holds `limit` characters, cutting neither an
// escape nor a character.
qsizetype bytesOfCharacters(QByteArrayView text, qsizetype limit)
{
    qsizetype at = 0;
    while (at < text.size() && limit-- > 0) {
        if (text[at] == '\\') {
            at += at + 1 < text.size() && text[at + 1] == 'u' ? 6 : 2;
            continue;
        }
        ++at;
        while (at < text.size() && isContinuation(text[at]))
            ++at;
    }
    return std::min(at, text.size());
}

} // namespace

ShortText shortText(const json::Value &value, qsizetype limit)
{
    const QByteArrayView raw = value.raw();
    if (!value.isString()) {
        const bool isLong = raw.size() > limit;
        return {QString::fromUtf8(raw.first(std::min(raw.size(), limit))), isLong};
    }
    const QByteArrayView text = raw.sliced(1, std::max<qsizetype>(raw.size() - 2, 0));
    const qsizetype end = bytesOfCharacters(text, limit);
    QString shown = json::decodedString(QByteArray('"' + text.first(end).toByteArray() + '"'));
    const bool isElided = end < text.size();
    if (isElided && !shown.isEmpty() && shown.back().isHighSurrogate())
        shown.chop(1);
    return {shown, isElided};
}

QString containerPreview(const json::Value &value, qsizetype limit)
{
    QByteArray text;
    bool inString = false;
    bool escaped = false;
    for (const char c : value.raw()) {
        if (text.size() >= limit)
            break;
        if (!inString && (c == '\n' || c == '\r' || c == '\t' || c == ' '))
            continue;
        text += c;
        if (!inString && (c == ',' || c == ':'))
            text += ' ';
        inString = (c == '"' && !escaped) ? !inString : inString;
        escaped = inString && c == '\\' && !escaped;
    }
    QString preview = QString::fromUtf8(text);
    while (text.size() >= limit && preview.endsWith(QChar::ReplacementCharacter))
        preview.chop(1); // half a character at the cut
    return text.size() >= limit ? preview + QChar(0x2026) : preview;
}

QString countText(const json::Value &container, qsizetype count)
{
    if (container.isObject())
        return count == 1 ? Tr::tr("1 member") : Tr::tr("%Ln members", nullptr, int(count));
    return count == 1 ? Tr::tr("1 item") : Tr::tr("%Ln items", nullptr, int(count));
}

QString typeText(const json::Value &value, qsizetype longString)
{
    switch (value.type()) {
    case json::Type::Object:
    case json::Type::Array:
        return countText(value, value.count());
    case json::Type::String:
        return value.raw().size() - 2 > longString
            ? Tr::tr("string, %1").arg(sizeText(value.raw().size() - 2))
            : Tr::tr("string");
    case json::Type::Number:
        return Tr::tr("number");
    case json::Type::True:
    case json::Type::False:
        return Tr::tr("boolean");
    case json::Type::Null:
        return Tr::tr("null");
    }
    return {};
}

} // namespace actionscope::models
