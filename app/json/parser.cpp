// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/parser.h"

#include "app/base/tr.h"
#include "app/json/bytescan.h"

#include <limits>

namespace actionscope::json {

namespace {

constexpr qsizetype bytesPerNode = 16; // of text, at least, in most answers
constexpr qsizetype mostReserved = qsizetype(1) << 26; // nodes

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isHex(char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

} // namespace

Parser::Parser(const QByteArray &bytes, ParseWatch *watch)
    : m_watch(watch)
    , m_begin(bytes.constData())
    , m_end(m_begin + bytes.size())
    , m_at(m_begin)
    , m_readEnd(m_begin)
{
    m_index.bytes = bytes;
}

Index Parser::run()
{
    if (m_end - m_begin >= qsizetype(std::numeric_limits<quint32>::max())) {
        fail(m_begin, Tr::tr("the text is larger than 4 GiB"));
        return std::move(m_index);
    }
    if (m_index.bytes.startsWith("\xEF\xBB\xBF"))
        m_at += 3;
    m_readEnd = m_at;
    m_index.nodes.reserve(quint32(qMin((m_end - m_begin) / bytesPerNode, mostReserved)));
    parseAll();
    closeAll();
    m_index.readEnd = m_readEnd - m_begin;
    m_index.nodes.squeeze();
    m_index.spans.squeeze();
    return std::move(m_index);
}

void Parser::parseAll()
{
    skipSpace();
    if (m_at == m_end) {
        fail(m_at, Tr::tr("there is no value"));
        return;
    }
    do {
        if (!parseValue())
            return;
    } while (afterValue());
    if (m_index.error)
        return;
    if (m_at < m_end)
        fail(m_at, Tr::tr("there is more text after the value"));
}

// Reads on until a value is complete that holds no others; containers are opened on the way down.
bool Parser::parseValue()
{
    for (;;) {
        skipSpace();
        if (m_at == m_end)
            return fail(m_at, Tr::tr("the text ends where a value should stand"));
        const char *begin = m_at;
        switch (*m_at) {
        case '{':
        case '[': {
            if (m_open.size() >= Document::maximumDepth)
                return fail(m_at, Tr::tr("the nesting is deeper than %1 levels").arg(Document::maximumDepth));
            const Type type = *m_at == '{' ? Type::Object : Type::Array;
            ++m_at;
            skipSpace();
            if (m_at < m_end && *m_at == (type == Type::Object ? '}' : ']')) {
                ++m_at;
                return addValue(begin, type);
            }
            if (!openContainer(begin, type))
                return false;
            if (type == Type::Object && !parseKey())
                return false;
            continue;
        }
        case '"':
            return parseString() && addValue(begin, Type::String);
        case 't':
            return parseWord("true", Type::True);
        case 'f':
            return parseWord("false", Type::False);
        case 'n':
            return parseWord("null", Type::Null);
        default:
            return *m_at == '-' || isDigit(*m_at) ? parseNumber() : fail(m_at, unexpected());
        }
    }
}

// After a complete value: goes on to the next one, closing what ends. False when the text is complete or wrong.
bool Parser::afterValue()
{
    for (;;) {
        skipSpace();
        if (m_open.empty())
            return false;
        const bool isObject = m_open.back().isObject;
        const char closing = isObject ? '}' : ']';
        if (m_at == m_end)
            return failUnclosed();
        if (*m_at == closing) {
            closeContainer();
            continue;
        }
        if (*m_at != ',') {
            return fail(m_at,
                isObject ? Tr::tr("a comma or } is missing after the member")
                         : Tr::tr("a comma or ] is missing after the item"));
        }
        const char *comma = m_at++;
        skipSpace();
        if (m_at < m_end && *m_at == closing)
            return fail(comma, Tr::tr("a comma stands before the closing %1").arg(QLatin1Char(closing)));
        return isObject ? parseKey() : true;
    }
}

bool Parser::failUnclosed()
{
    return fail(m_at,
        m_open.back().isObject ? Tr::tr("the text ends inside an object that is not closed with }")
                               : Tr::tr("the text ends inside an array that is not closed with ]"));
}

// The name of the next member and its colon.
bool Parser::parseKey()
{
    if (m_at == m_end) {
        return m_open.back().count == 0 ? failUnclosed()
                                        : fail(m_at, Tr::tr("the text ends where a member name should stand"));
    }
    if (*m_at != '"')
        return fail(m_at, Tr::tr("a member name must stand in double quotes"));
    const char *begin = m_at;
    if (!parseString())
        return false;
    addNode(begin, Node::keyType);
    skipSpace();
    if (m_at == m_end || *m_at != ':')
        return fail(m_at, Tr::tr("a colon is missing after the member name"));
    ++m_at;
    return true;
}

bool Parser::parseString()
{
    const char *begin = m_at++;
    for (;;) {
        m_at = endOfPlainText(m_at, m_end);
        if (m_at == m_end)
            return fail(begin, Tr::tr("the string that begins here is not closed"));
        if (*m_at == '"') {
            ++m_at;
            return true;
        }
        if (!parseUnusual())
            return false;
    }
}

// What stands in a string and is neither plain nor its end.
bool Parser::parseUnusual()
{
    const auto c = static_cast<unsigned char>(*m_at);
    if (c == '\\')
        return parseEscape();
    if (c >= 0x80)
        return parseMultibyte();
    return fail(m_at,
        c == '\n' ? Tr::tr("a line break inside a string must be written as \\n")
                  : Tr::tr("a control character inside a string must be written as an escape"));
}

bool Parser::parseEscape()
{
    if (m_at + 1 >= m_end)
        return fail(m_at, Tr::tr("the text ends inside an escape"));
    const char c = m_at[1];
    if (c != 'u') {
        if (!QByteArrayView("\"\\/bfnrt").contains(c))
            return fail(m_at, Tr::tr("this escape does not exist in JSON"));
        m_at += 2;
        return true;
    }
    for (int i = 2; i < 6; ++i) {
        if (m_at + i >= m_end || !isHex(m_at[i]))
            return fail(m_at, Tr::tr("\\u must be followed by four hexadecimal digits"));
    }
    m_at += 6;
    return true;
}

// Characters of two to four bytes, as many as follow each other; refuses overlong forms, surrogates and anything
// past U+10FFFF.
bool Parser::parseMultibyte()
{
    while (m_at < m_end && static_cast<unsigned char>(*m_at) >= 0x80) {
        const qsizetype length = multibyteLength(m_at, m_end);
        if (length == 0)
            return fail(m_at, Tr::tr("the bytes here are not valid UTF-8"));
        m_at += length;
    }
    return true;
}

bool Parser::parseNumber()
{
    const char *begin = m_at;
    const auto digits = [&] {
        const char *from = m_at;
        while (m_at < m_end && isDigit(*m_at))
            ++m_at;
        return m_at > from;
    };
    if (*m_at == '-')
        ++m_at;
    if (m_at < m_end && *m_at == '0') {
        ++m_at;
        if (m_at < m_end && isDigit(*m_at))
            return fail(begin, Tr::tr("a number must not begin with a zero"));
    } else if (!digits()) {
        return fail(begin, Tr::tr("a number needs a digit after the minus sign"));
    }
    if (m_at < m_end && *m_at == '.') {
        ++m_at;
        if (!digits())
            return fail(begin, Tr::tr("a number needs a digit after the decimal point"));
    }
    if (m_at < m_end && (*m_at == 'e' || *m_at == 'E')) {
        ++m_at;
        if (m_at < m_end && (*m_at == '+' || *m_at == '-'))
            ++m_at;
        if (!digits())
            return fail(begin, Tr::tr("a number needs a digit in its exponent"));
    }
    return addValue(begin, Type::Number);
}

bool Parser::parseWord(QByteArrayView word, Type type)
{
    if (m_end - m_at < word.size() || QByteArrayView(m_at, word.size()) != word)
        return fail(m_at, unexpected());
    const char *begin = m_at;
    m_at += word.size();
    return addValue(begin, type);
}

bool Parser::openContainer(const char *begin, Type type)
{
    if (!m_open.empty())
        ++m_open.back().count;
    m_readEnd = begin + 1;
    const quint32 node = m_index.nodes.size();
    m_index.nodes.push({offset(begin), quint32(type) | Node::spanFlag | (m_index.spans.size() << Node::shift)});
    const quint32 span = addSpan(node, offset(begin) + 1);
    m_open.push_back({span, 0, type == Type::Object});
    return !isCancelled();
}

void Parser::closeContainer()
{
    const Open &open = m_open.back();
    Span &span = m_index.spans[open.span];
    ++m_at;
    m_readEnd = m_at;
    span.end = offset(m_at);
    span.next = m_index.nodes.size();
    span.count = open.count;
    m_open.pop_back();
}

// After an error: whatever is still open ends where reading stopped. A name whose value never came is dropped.
void Parser::closeAll()
{
    const quint32 count = m_index.nodes.size();
    if (count > 0 && m_index.nodes[count - 1].isKey()) {
        if (m_index.nodes[count - 1].hasSpan())
            m_index.spans.truncate(m_index.spans.size() - 1);
        m_index.nodes.truncate(count - 1);
    }
    for (const Open &open : m_open) {
        Span &span = m_index.spans[open.span];
        span.end = offset(m_at);
        span.next = m_index.nodes.size();
        span.count = open.count;
        m_index.unclosed.push_back(open.span);
    }
}

inline void Parser::skipSpace()
{
    if (m_at < m_end && static_cast<unsigned char>(*m_at) <= ' ')
        m_at = endOfSpace(m_at, m_end);
}

inline bool Parser::addValue(const char *begin, Type type)
{
    if (!m_open.empty())
        ++m_open.back().count;
    addNode(begin, quint32(type));
    m_readEnd = m_at;
    return (m_index.nodes.size() & 0xFFFFU) != 0 || !isCancelled();
}

inline void Parser::addNode(const char *begin, quint32 type)
{
    const auto length = quint32(m_at - begin);
    if (length <= Node::longest) {
        m_index.nodes.push({offset(begin), type | (length << Node::shift)});
        return;
    }
    const quint32 node = m_index.nodes.size();
    m_index.nodes.push({offset(begin), type | Node::spanFlag | (m_index.spans.size() << Node::shift)});
    m_index.spans[addSpan(node, offset(m_at))].next = node + 1;
}

quint32 Parser::addSpan(quint32 node, quint32 end)
{
    m_index.spans.push({node, end, 0, 0, m_open.empty() ? Span::none : m_open.back().span});
    return m_index.spans.size() - 1;
}

bool Parser::isCancelled()
{
    if (!m_watch)
        return false;
    m_watch->position = m_at - m_begin;
    return m_watch->isCancelled && !fail(m_at, Tr::tr("reading was stopped here"));
}

bool Parser::fail(const char *at, const QString &reason)
{
    m_index.error = ParseError {at - m_begin, reason};
    return false;
}

// Names the common slips by their cure, anything else by what stands there.
QString Parser::unexpected() const
{
    const char c = *m_at;
    const QByteArrayView rest(m_at, m_end - m_at);
    if (c == '\'')
        return Tr::tr("strings must stand in double quotes");
    if (rest.startsWith("True") || rest.startsWith("False") || rest.startsWith("None"))
        return Tr::tr("JSON writes true, false and null in lower case");
    if (rest.startsWith("NaN") || rest.startsWith("Infinity"))
        return Tr::tr("JSON has no NaN and no Infinity");
    if (rest.startsWith("//") || rest.startsWith("/*"))
        return Tr::tr("JSON has no comments");
    if (c == '+' || c == '.')
        return Tr::tr("a number must begin with a digit or a minus sign");
    if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7F)
        return Tr::tr("a value should stand here");
    return Tr::tr("a value should stand here, not “%1”").arg(QLatin1Char(c));
}

} // namespace actionscope::json
