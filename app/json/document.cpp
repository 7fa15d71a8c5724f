// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"

#include "app/json/parser.h"

#include <algorithm>

namespace actionscope::json {

Place placeOf(QByteArrayView bytes, qsizetype offset)
{
    offset = std::clamp<qsizetype>(offset, 0, bytes.size());
    const QByteArrayView before = bytes.first(offset);
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    Place place;
    place.line = int(std::count(before.begin(), before.end(), '\n')) + 1;
    // Continuation bytes of UTF-8 are not characters of their own.
    place.column = int(std::count_if(before.begin() + lineStart, before.end(),
                       [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }))
        + 1;
    return place;
}

namespace {

// Not fromUtf8 alone, which takes a leading U+FEFF for a byte order mark and drops it: inside a string it is text.
QString plainText(QByteArrayView utf8)
{
    QString marks;
    while (utf8.startsWith(QByteArrayView("\xef\xbb\xbf"))) {
        marks += QChar(QChar::ByteOrderMark);
        utf8 = utf8.sliced(3);
    }
    return marks + QString::fromUtf8(utf8);
}

} // namespace

QString decodedString(QByteArrayView raw)
{
    if (raw.size() < 2)
        return {};
    const QByteArrayView text = raw.sliced(1, raw.size() - 2);
    if (!text.contains('\\'))
        return plainText(text);
    QString result;
    result.reserve(text.size());
    qsizetype plainFrom = 0;
    for (qsizetype i = 0; i < text.size();) {
        if (text[i] != '\\') {
            ++i;
            continue;
        }
        result += plainText(text.sliced(plainFrom, i - plainFrom));
        const char escape = i + 1 < text.size() ? text[i + 1] : '\\';
        switch (escape) {
        case 'u':
            result += QChar(text.sliced(i + 2, std::min<qsizetype>(4, text.size() - i - 2)).toByteArray().toUShort(nullptr, 16));
            i += 6;
            break;
        case 'b':
            result += QLatin1Char('\b');
            i += 2;
            break;
        case 'f':
            result += QLatin1Char('\f');
            i += 2;
            break;
        case 'n':
            result += QLatin1Char('\n');
            i += 2;
            break;
        case 'r':
            result += QLatin1Char('\r');
            i += 2;
            break;
        case 't':
            result += QLatin1Char('\t');
            i += 2;
            break;
        default:
            result += QLatin1Char(escape);
            i += 2;
        }
        plainFrom = i;
    }
    if (plainFrom < text.size())
        result += plainText(text.sliced(plainFrom));
    return result;
}

Type Value::type() const
{
    return m_index ? Type(self().typeAndCount & 7U) : Type::Null;
}

QByteArrayView Value::raw() const
{
    if (!m_index)
        return {};
    return QByteArrayView(m_index->bytes).sliced(self().begin, self().end - self().begin);
}

qsizetype Value::begin() const
{
    return m_index ? qsizetype(self().begin) : 0;
}

qsizetype Value::count() const
{
    return m_index ? qsizetype(self().typeAndCount >> 3U) : 0;
}

QString Value::toString() const
{
    return isString() ? decodedString(raw()) : QString();
}

std::optional<qint64> Value::toInteger() const
{
    if (!isNumber())
        return {};
    bool good = false;
    const qint64 number = raw().toByteArray().toLongLong(&good);
    return good ? std::optional(number) : std::nullopt;
}

std::optional<bool> Value::toBool() const
{
    return isBool() ? std::optional(type() == Type::True) : std::nullopt;
}

QString Value::key() const
{
    return hasKey() ? decodedString(rawKey()) : QString();
}

QByteArrayView Value::rawKey() const
{
    if (!hasKey())
        return {};
    const Node &key = m_index->nodes[m_key];
    return QByteArrayView(m_index->bytes).sliced(key.begin, key.end - key.begin);
}

Value Value::firstChild() const
{
    if (!isContainer() || count() == 0)
        return {};
    return isObject() ? Value(m_index, m_node + 2, m_node, m_node + 1) : Value(m_index, m_node + 1, m_node, 0);
}

Value Value::nextSibling() const
{
    if (!m_index || m_node == 0)
        return {};
    const quint32 next = self().next;
    if (next >= m_index->nodes[m_parent].next)
        return {};
    return hasKey() ? Value(m_index, next + 1, m_parent, next) : Value(m_index, next, m_parent, 0);
}

Value Value::at(qsizetype position) const
{
    Value child = firstChild();
    while (child.isValid() && position-- > 0)
        child = child.nextSibling();
    return child;
}

Value Value::member(QStringView name) const
{
    Value found;
    if (!isObject())
        return found;
    for (Value child = firstChild(); child.isValid(); child = child.nextSibling()) {
        if (child.key() == name)
            found = child;
    }
    return found;
}

Document Document::parse(const QByteArray &bytes)
{
    Document document;
    document.m_index = std::make_shared<const Index>(Parser(bytes).run());
    return document;
}

std::optional<ParseError> Document::error() const
{
    return m_index ? m_index->error : std::nullopt;
}

Value Document::root() const
{
    return isEmpty() ? Value() : Value(m_index.get(), 0, 0, 0);
}

} // namespace actionscope::json
