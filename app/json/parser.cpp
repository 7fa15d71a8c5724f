// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/parser.h"

#include "app/base/tr.h"

#include <limits>

namespace actionscope::json {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

} // namespace

Parser::Parser(const QByteArray &bytes)
    : m_text(bytes.constData())
    , m_size(bytes.size())
{
    m_index.bytes = bytes;
}

Index Parser::run()
{
    if (m_size >= qsizetype(std::numeric_limits<quint32>::max())) {
        fail(0, Tr::tr("the text is larger than 4 GiB"));
        return std::move(m_index);
    }
    if (m_index.bytes.startsWith("\xEF\xBB\xBF"))
        m_at = 3;
    parseAll();
    closeAll();
    m_index.nodes.shrink_to_fit();
    return std::move(m_index);
}

void Parser::parseAll()
{
    skipSpace();
    if (m_at == m_size) {
        fail(m_at, Tr::tr("there is no value"));
        return;
    }
    do {
        if (!parseValue())
            return;
    } while (afterValue());
    if (m_index.error)
        return;
    if (m_at < m_size)
        fail(m_at, Tr::tr("there is more text after the value"));
}

bool Parser::parseValue()
{
    skipSpace();
    if (m_at == m_size)
        return fail(m_at, Tr::tr("the text ends where a value should stand"));
    const char c = m_text[m_at];
    switch (c) {
    case '{':
        return openContainer(Type::Object);
    case '[':
        return openContainer(Type::Array);
    case '"': {
        const qsizetype begin = m_at;
        if (!parseString())
            return false;
        countChild();
        addNode(begin, m_at, Type::String);
        return true;
    }
    case 't':
        return parseWord("true", Type::True);
    case 'f':
        return parseWord("false", Type::False);
    case 'n':
        return parseWord("null", Type::Null);
    default:
        if (c == '-' || isDigit(c))
            return parseNumber();
        return fail(m_at, unexpected());
    }
}

// After a container was opened, or its first value read: goes on to the next value, closing what ends.
// False when the text is complete or wrong.
bool Parser::afterValue()
{
    for (;;) {
        skipSpace();
        if (m_open.empty())
            return false;
        const Open &open = m_open.back();
        const char closing = open.isObject ? '}' : ']';
        if (m_at == m_size) {
            return fail(m_at,
                open.isObject ? Tr::tr("the text ends inside an object that is not closed with }")
                              : Tr::tr("the text ends inside an array that is not closed with ]"));
        }
        if (m_text[m_at] == closing) {
            ++m_at;
            closeContainer();
            continue;
        }
        if (open.count > 0) {
            if (m_text[m_at] != ',') {
                return fail(m_at,
                    open.isObject ? Tr::tr("a comma or } is missing after the member")
                                  : Tr::tr("a comma or ] is missing after the item"));
            }
            const qsizetype comma = m_at++;
            skipSpace();
            if (m_at < m_size && m_text[m_at] == closing)
                return fail(comma, Tr::tr("a comma stands before the closing %1").arg(QLatin1Char(closing)));
        }
        return open.isObject ? parseKey() : true;
    }
}

bool Parser::parseKey()
{
    if (m_at == m_size)
        return fail(m_at, Tr::tr("the text ends where a member name should stand"));
    if (m_text[m_at] != '"')
        return fail(m_at, Tr::tr("a member name must stand in double quotes"));
    const qsizetype begin = m_at;
    if (!parseString())
        return false;
    const qsizetype end = m_at;
    skipSpace();
    if (m_at == m_size || m_text[m_at] != ':')
        return fail(m_at, Tr::tr("a colon is missing after the member name"));
    ++m_at;
    addNode(begin, end, Type::String);
    return true;
}

bool Parser::parseString()
{
    const qsizetype begin = m_at++;
    while (m_at < m_size) {
        const auto c = static_cast<unsigned char>(m_text[m_at]);
        if (c == '"') {
            ++m_at;
            return true;
        }
        if (c == '\\') {
            if (!parseEscape())
                return false;
        } else if (c < 0x20) {
            return fail(m_at,
                c == '\n' ? Tr::tr("a line break inside a string must be written as \\n")
                          : Tr::tr("a control character inside a string must be written as an escape"));
        } else if (c < 0x80) {
            ++m_at;
        } else if (!parseMultibyte()) {
            return false;
        }
    }
    return fail(begin, Tr::tr("the string that begins here is not closed"));
}

bool Parser::parseEscape()
{
    if (m_at + 1 >= m_size)
        return fail(m_at, Tr::tr("the text ends inside an escape"));
    const char c = m_text[m_at + 1];
    if (c != 'u') {
        if (!QByteArrayView("\"\\/bfnrt").contains(c))
            return fail(m_at, Tr::tr("this escape does not exist in JSON"));
        m_at += 2;
        return true;
    }
    for (int i = 2; i < 6; ++i) {
        if (m_at + i >= m_size || !isHex(m_text[m_at + i]))
            return fail(m_at, Tr::tr("\\u must be followed by four hexadecimal digits"));
    }
    m_at += 6;
    return true;
}

// One character of two to four bytes, refusing overlong forms, surrogates and anything past U+10FFFF.
bool Parser::parseMultibyte()
{
    const auto byte = [&](int i) {
        return m_at + i < m_size ? static_cast<unsigned char>(m_text[m_at + i]) : 0U;
    };
    const unsigned first = byte(0);
    const int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    bool good = first >= 0xC2 && first <= 0xF4;
    for (int i = 1; good && i < length; ++i)
        good = (byte(i) & 0xC0U) == 0x80U;
    if (first == 0xE0)
        good = good && byte(1) >= 0xA0;
    else if (first == 0xED)
        good = good && byte(1) < 0xA0;
    else if (first == 0xF0)
        good = good && byte(1) >= 0x90;
    else if (first == 0xF4)
        good = good && byte(1) < 0x90;
    if (!good)
        return fail(m_at, Tr::tr("the bytes here are not valid UTF-8"));
    m_at += length;
    return true;
}

bool Parser::parseNumber()
{
    const qsizetype begin = m_at;
    const auto digits = [&] {
        const qsizetype from = m_at;
        while (m_at < m_size && isDigit(m_text[m_at]))
            ++m_at;
        return m_at > from;
    };
    if (m_text[m_at] == '-')
        ++m_at;
    if (m_at < m_size && m_text[m_at] == '0') {
        ++m_at;
        if (m_at < m_size && isDigit(m_text[m_at]))
            return fail(begin, Tr::tr("a number must not begin with a zero"));
    } else if (!digits()) {
        return fail(begin, Tr::tr("a number needs a digit after the minus sign"));
    }
    if (m_at < m_size && m_text[m_at] == '.') {
        ++m_at;
        if (!digits())
            return fail(begin, Tr::tr("a number needs a digit after the decimal point"));
    }
    if (m_at < m_size && (m_text[m_at] == 'e' || m_text[m_at] == 'E')) {
        ++m_at;
        if (m_at < m_size && (m_text[m_at] == '+' || m_text[m_at] == '-'))
            ++m_at;
        if (!digits())
            return fail(begin, Tr::tr("a number needs a digit in its exponent"));
    }
    countChild();
    addNode(begin, m_at, Type::Number);
    return true;
}

bool Parser::parseWord(QByteArrayView word, Type type)
{
    if (m_size - m_at < word.size() || QByteArrayView(m_text + m_at, word.size()) != word)
        return fail(m_at, unexpected());
    countChild();
    addNode(m_at, m_at + word.size(), type);
    m_at += word.size();
    return true;
}

bool Parser::openContainer(Type type)
{
    if (m_open.size() >= Document::maximumDepth) {
        return fail(m_at, Tr::tr("the nesting is deeper than %1 levels").arg(Document::maximumDepth));
    }
    countChild();
    const quint32 node = addNode(m_at, m_at + 1, type);
    m_open.push_back({node, 0, type == Type::Object});
    ++m_at;
    return true;
}

void Parser::closeContainer()
{
    const Open &open = m_open.back();
    Node &node = m_index.nodes[open.node];
    node.end = quint32(m_at);
    node.next = quint32(m_index.nodes.size());
    node.typeAndCount |= open.count << 3U;
    m_open.pop_back();
}

// After an error: whatever is still open ends where reading stopped.
void Parser::closeAll()
{
    if (m_open.empty())
        return;
    // A member name whose value never came would be a key without a value.
    if (m_open.back().isObject) {
        const auto owner = m_open.back().node;
        quint32 expected = owner + 1;
        for (quint32 i = 0; i < m_open.back().count; ++i)
            expected = m_index.nodes[expected + 1].next;
        m_index.nodes.resize(expected);
    }
    while (!m_open.empty())
        closeContainer();
}

void Parser::skipSpace()
{
    while (m_at < m_size) {
        const char c = m_text[m_at];
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
            return;
        ++m_at;
    }
}

void Parser::countChild()
{
    if (!m_open.empty())
        ++m_open.back().count;
}

quint32 Parser::addNode(qsizetype begin, qsizetype end, Type type)
{
    const auto at = quint32(m_index.nodes.size());
    m_index.nodes.push_back({quint32(begin), quint32(end), at + 1, quint32(type)});
    return at;
}

bool Parser::fail(qsizetype at, const QString &reason)
{
    m_index.error = ParseError {at, reason};
    return false;
}

// Names the common slips by their cure, anything else by what stands there.
QString Parser::unexpected() const
{
    const char c = m_text[m_at];
    const QByteArrayView rest(m_text + m_at, m_size - m_at);
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
