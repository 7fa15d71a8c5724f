// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"

#include "app/json/parser.h"

#include <algorithm>

namespace actionscope::json {

namespace {

constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";

// Qt drops a leading U+FEFF as a byte order mark; inside a string it is a character like any other.
QString charactersOf(QByteArrayView utf8)
{
    QString result;
    while (utf8.startsWith(byteOrderMark)) {
        result += QChar(QChar::ByteOrderMark);
        utf8 = utf8.sliced(byteOrderMark.size());
    }
    return result + QString::fromUtf8(utf8);
}

} // namespace

Place placeOf(QByteArrayView bytes, qsizetype offset)
{
    if (bytes.startsWith(byteOrderMark)) { // no editor shows it
        bytes = bytes.sliced(byteOrderMark.size());
        offset -= byteOrderMark.size();
    }
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

QString decodedString(QByteArrayView raw)
{
    if (raw.size() < 2)
        return {};
    const QByteArrayView text = raw.sliced(1, raw.size() - 2);
    if (!text.contains('\\'))
        return charactersOf(text);
    QString result;
    result.reserve(text.size());
    qsizetype plainFrom = 0;
    for (qsizetype i = 0; i < text.size();) {
        if (text[i] != '\\') {
            ++i;
            continue;
        }
        result += charactersOf(text.sliced(plainFrom, i - plainFrom));
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
        result += charactersOf(text.sliced(plainFrom));
    return result;
}

Type Value::type() const { return m_index ? self().type() : Type::Null; }

QByteArrayView Value::raw() const
{
    if (!m_index)
        return {};
    return QByteArrayView(m_index->bytes).sliced(self().begin, m_index->end(m_node) - self().begin);
}

qsizetype Value::begin() const { return m_index ? qsizetype(self().begin) : 0; }

qsizetype Value::count() const
{
    return m_index && self().hasSpan() ? qsizetype(m_index->spans[self().rest()].count) : 0;
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
    const quint32 begin = m_index->nodes[m_node - 1].begin;
    return QByteArrayView(m_index->bytes).sliced(begin, m_index->end(m_node - 1) - begin);
}

// The value that stands at a node of this container's span, or follows its key there.
Value Value::childAt(quint32 node) const
{
    return {m_index, m_index->nodes[node].isKey() ? node + 1 : node, self().rest()};
}

Value Value::firstChild() const { return isContainer() && count() > 0 ? childAt(m_node + 1) : Value(); }

Value Value::nextSibling() const
{
    if (!m_index || m_parent == Span::none)
        return {};
    const quint32 next = m_index->next(m_node);
    return next < m_index->spans[m_parent].next ? parent().childAt(next) : Value();
}

Value Value::parent() const
{
    if (!m_index || m_parent == Span::none)
        return {};
    const Span &around = m_index->spans[m_parent];
    return {m_index, around.node, around.parent};
}

Value Value::at(qsizetype position) const
{
    Value child = firstChild();
    while (child.isValid() && position-- > 0)
        child = child.nextSibling();
    return child;
}

namespace {

// A key in quotes as it stands. Nearly all are plain ASCII, as is what is asked for: these are told apart byte by byte.
bool isSpelled(QByteArrayView rawKey, QStringView name, bool isPlainName)
{
    if (!isPlainName)
        return rawKey.sliced(1, rawKey.size() - 2) == name.toUtf8();
    return rawKey.size() == name.size() + 2
        && std::equal(name.begin(), name.end(), rawKey.begin() + 1, [](QChar c, char byte) { return c.unicode() == uchar(byte); });
}

} // namespace

Value Value::member(QStringView name) const
{
    Value found;
    if (!isObject())
        return found;
    const bool isPlainName = std::all_of(name.begin(), name.end(), [](QChar c) { return c.unicode() < 0x80; });
    for (Value child = firstChild(); child.isValid(); child = child.nextSibling()) {
        const QByteArrayView raw = child.rawKey();
        if (isSpelled(raw, name, isPlainName) || (raw.contains('\\') && child.key() == name))
            found = child;
    }
    return found;
}

Document Document::parse(const QByteArray &bytes) { return parse(bytes, nullptr); }

Document Document::parse(const QByteArray &bytes, ParseWatch *watch)
{
    Document document;
    document.m_index = std::make_shared<const Index>(Parser(bytes, watch).run());
    return document;
}

std::optional<ParseError> Document::error() const { return m_index ? m_index->error : std::nullopt; }

Value Document::root() const & { return isEmpty() ? Value() : Value(m_index.get(), 0, Span::none); }

Value Document::value(quint32 node) const
{
    if (isEmpty() || node >= m_index->nodes.size())
        return {};
    return {m_index.get(), node, m_index->containerOf(node)};
}

Value Document::valueAt(qsizetype offset) const
{
    const auto last = isEmpty() ? std::nullopt : m_index->lastNodeBefore(offset);
    if (!last)
        return {};
    const bool isName = m_index->nodes[*last].isKey();
    Value found = value(isName ? *last + 1 : *last);
    if (isName && offset < qsizetype(m_index->end(*last)))
        return found;
    while (found.isValid() && (offset >= found.begin() + found.raw().size() || offset < found.begin()))
        found = found.parent();
    return found;
}

} // namespace actionscope::json
