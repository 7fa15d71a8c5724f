// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/scriptreader.h"

#include "app/base/tr.h"
#include "app/json/document.h"
#include "app/json/writer.h"

#include <QRegularExpression>

namespace actionscope::exchange {

namespace {

constexpr int deepest = 500;

bool isNameStart(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$'; }
bool isNamePart(char c) { return isNameStart(c) || (c >= '0' && c <= '9') || c == '.' || (uchar(c) & 0x80U); }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

QByteArray lastPart(const QByteArray &name) { return name.sliced(name.lastIndexOf('.') + 1); }

// A variable of ours, to be filled in by the person.
QByteArray variable(const QByteArray &name) { return json::quoted(QStringLiteral("{{%1}}").arg(QString::fromUtf8(lastPart(name)))); }

} // namespace

ScriptReader::ScriptReader(const QByteArray &text)
    : m_text(text)
{
}

void ScriptReader::skipBlanks()
{
    while (m_at < m_text.size()) {
        const char c = peek();
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || (c == '\\' && peek(1) == '\n')) {
            ++m_at;
        } else if (c == '#' || isAt("//")) {
            const qsizetype end = m_text.indexOf('\n', m_at);
            m_at = end < 0 ? m_text.size() : end;
        } else if (isAt("/*")) {
            const qsizetype end = m_text.indexOf("*/", m_at + 2);
            m_at = end < 0 ? m_text.size() : end + 2;
        } else {
            return;
        }
    }
}

QByteArray ScriptReader::readName()
{
    const qsizetype begin = m_at;
    while (isNamePart(peek()) || (peek() == '?' && peek(1) == '.'))
        ++m_at;
    return m_text.sliced(begin, m_at - begin);
}

QByteArray ScriptReader::readValue()
{
    skipBlanks();
    if (m_depth >= deepest || m_at >= m_text.size())
        return "null";
    ++m_depth;
    QByteArray value = readPrimary();
    --m_depth;
    // Texts one behind the other, or joined by plus, are one text.
    for (;;) {
        const qsizetype end = m_at;
        skipBlanks();
        const bool isJoined = peek() == '+';
        m_at += isJoined ? 1 : 0;
        skipBlanks();
        const bool isText = value.startsWith('"'); // told without reading what may be large
        if (!isText || (!isJoined && !isStringAhead()) || m_depth >= deepest) {
            m_at = end;
            break;
        }
        const json::Document before = json::Document::parse(value);
        ++m_depth;
        const json::Document after = json::Document::parse(readPrimary());
        --m_depth;
        value = json::quoted(before.root().toString() + (after.root().isString() ? after.root().toString() : QString::fromUtf8(after.bytes())));
    }
    skipTail();
    return value;
}

// What hangs on a value and does not change it: as const, satisfies X, !, .encode()
void ScriptReader::skipTail()
{
    static const QRegularExpression tail(QStringLiteral(R"(\G\s*(?:as\s+[\w.<>\[\]]+|satisfies\s+[\w.<>\[\]]+|\.(?:encode|strip|trim)\([^()]*\)|!(?=[\s,)}\]])))"));
    const auto match = tail.match(QString::fromLatin1(m_text.mid(m_at, 200)));
    m_at += match.hasMatch() ? match.capturedLength() : 0;
}

QByteArray ScriptReader::readPrimary()
{
    const char c = peek();
    if (isStringAhead())
        return json::quoted(readString());
    if (c == '{')
        return readObject();
    if (c == '[' || c == '(') {
        ++m_at;
        return readList(c == '[' ? ']' : ')');
    }
    if (isDigit(c) || ((c == '-' || c == '+' || c == '.') && (isDigit(peek(1)) || peek(1) == '.')))
        return readNumber();
    if (isNameStart(c))
        return readWord();
    complain(Tr::tr("A value should stand here."), m_at);
    ++m_at;
    return "null";
}

bool ScriptReader::isStringAhead() const
{
    qsizetype ahead = 0;
    while (ahead < 2 && QByteArrayView("rRbBfFuU").contains(peek(ahead)))
        ++ahead;
    const char c = peek(ahead);
    return c == '"' || c == '\'' || (ahead == 0 && c == '`');
}

QString ScriptReader::readString()
{
    const qsizetype begin = m_at;
    bool isRaw = false;
    while (isNameStart(peek())) {
        isRaw = isRaw || peek() == 'r' || peek() == 'R';
        ++m_at;
    }
    const char quote = peek();
    const bool isTriple = peek(1) == quote && peek(2) == quote && quote != '`';
    const QByteArray end(isTriple ? 3 : 1, quote);
    m_at += end.size();
    QByteArray bytes;
    QString text;
    const auto flush = [&] {
        text += QString::fromUtf8(bytes);
        bytes.clear();
    };
    while (m_at < m_text.size() && !isAt(end)) {
        if (peek() == '\\' && !isRaw) {
            flush();
            readEscape(text);
        } else if (quote == '`' && isAt("${")) {
            flush();
            m_at += 2;
            const qsizetype close = std::max(m_at, m_text.indexOf('}', m_at));
            text += QStringLiteral("{{%1}}").arg(QString::fromUtf8(lastPart(m_text.sliced(m_at, close - m_at).trimmed())));
            m_at = std::min(close + 1, m_text.size());
        } else {
            bytes += peek();
            ++m_at;
        }
    }
    flush();
    if (m_at >= m_text.size())
        complain(Tr::tr("The quote that opens here is never closed; all that follows was taken to be inside."), begin);
    m_at = std::min(m_at + end.size(), m_text.size());
    return text;
}

void ScriptReader::readEscape(QString &text)
{
    const char c = peek(1);
    m_at += 2;
    constexpr QByteArrayView names("abfnrtv0");
    constexpr QByteArrayView values("\a\b\f\n\r\t\v\0", 8);
    const auto readHex = [&](int digits) {
        bool isHex = false;
        const uint code = m_text.mid(m_at, digits).toUInt(&isHex, 16);
        m_at += isHex ? digits : 0;
        return isHex ? code : uint(c);
    };
    if (const qsizetype known = names.indexOf(c); known >= 0 && c != '\0') {
        text += QLatin1Char(values[known]);
    } else if (c == 'x' || (c == 'u' && peek() != '{')) {
        text += QChar(char16_t(readHex(c == 'x' ? 2 : 4)));
    } else if (c == 'u' || c == 'U') {
        const qsizetype close = c == 'u' ? m_text.indexOf('}', m_at) : -1;
        m_at += c == 'u' ? 1 : 0;
        const char32_t code = std::min(readHex(c == 'U' ? 8 : int(std::max<qsizetype>(0, close - m_at))), 0x10FFFFU);
        text += QString::fromUcs4(&code, 1);
        m_at += c == 'u' && peek() == '}' ? 1 : 0;
    } else if (c == '\r' || c == '\n') {
        m_at += c == '\r' && peek() == '\n' ? 1 : 0; // the line goes on
    } else if (c != '\0') {
        text += QString::fromUtf8(QByteArray(QByteArrayView("\\'\"`/$").contains(c) ? "" : "\\") + c);
    }
}

QByteArray ScriptReader::readObject()
{
    const qsizetype begin = m_at++;
    json::ObjectWriter writer;
    for (skipBlanks(); m_at < m_text.size() && peek() != '}'; skipBlanks()) {
        if (peek() == ',') {
            ++m_at;
            continue;
        }
        const qsizetype before = m_at;
        if (isAt("...") || isAt("**")) {
            m_at += isAt("...") ? 3 : 2;
            complain(Tr::tr("What is spread into the object here is not known; it was left out."), before);
            (void)readValue();
            continue;
        }
        const bool isQuoted = isStringAhead();
        const QByteArray name = isQuoted ? readString().toUtf8() : readName();
        skipBlanks();
        if (peek() == ':' || peek() == '=') {
            ++m_at;
            writer.addRaw(name, readValue());
        } else if (!name.isEmpty() && !isQuoted) {
            writer.addRaw(name, m_names.value(name, variable(name))); // {owner, repo}
        } else {
            complain(Tr::tr("A name and a value should stand here."), before);
            m_at += m_at == before ? 1 : 0;
        }
    }
    if (m_at >= m_text.size())
        complain(Tr::tr("The brace that opens here is never closed; all that follows was taken to be inside."), begin);
    ++m_at;
    return writer.finished();
}

QByteArray ScriptReader::readList(char end)
{
    const qsizetype begin = m_at - 1;
    json::ArrayWriter writer;
    QByteArray only;
    bool hasComma = false;
    int count = 0;
    for (skipBlanks(); m_at < m_text.size() && peek() != end; skipBlanks()) {
        const qsizetype before = m_at;
        if (peek() == ',') {
            hasComma = true;
            ++m_at;
            continue;
        }
        only = readValue();
        writer.addRaw(only);
        ++count;
        if (m_at == before)
            ++m_at;
    }
    if (m_at >= m_text.size())
        complain(Tr::tr("The bracket that opens here is never closed; all that follows was taken to be inside."), begin);
    ++m_at;
    return end == ')' && count == 1 && !hasComma ? only : writer.finished(); // round brackets around one value
}

QByteArray ScriptReader::readNumber()
{
    static const QRegularExpression number(QStringLiteral(R"(\G([+-]?)(0[xXoObB][0-9a-fA-F_]+|[0-9_]*\.?[0-9_]*(?:[eE][+-]?[0-9]+)?)n?)"));
    const auto match = number.match(QString::fromLatin1(m_text.mid(m_at, 4096)));
    m_at += std::max<qsizetype>(1, match.capturedLength());
    QByteArray digits = match.captured(2).toLatin1().replace("_", "");
    if (digits.size() > 1 && digits[0] == '0' && !isDigit(digits[1]) && digits[1] != '.' && digits[1] != 'e' && digits[1] != 'E') {
        const int base = digits[1] == 'x' || digits[1] == 'X' ? 16 : digits[1] == 'o' || digits[1] == 'O' ? 8 : 2;
        digits = QByteArray::number(digits.sliced(2).toULongLong(nullptr, base));
    }
    if (digits.startsWith('.'))
        digits.prepend('0');
    if (const qsizetype point = digits.indexOf('.'); point >= 0 && (point + 1 >= digits.size() || !isDigit(digits[point + 1])))
        digits.insert(point + 1, '0');
    digits.prepend(match.captured(1) == QLatin1String("-") ? "-" : "");
    return json::Document::parse(digits).isValid() ? digits : json::quoted(QString::fromLatin1(digits));
}

// A word: a constant, a name with a value, a call, an item of an enumeration.
QByteArray ScriptReader::readWord()
{
    const qsizetype begin = m_at;
    const QByteArray name = readName();
    for (const auto &[word, json] : {std::pair {"None", "null"}, {"null", "null"}, {"undefined", "null"}, {"True", "true"}, {"true", "true"},
             {"False", "false"}, {"false", "false"}, {"NaN", "null"}}) {
        if (name == word)
            return json;
    }
    if (name == "await" || name == "new")
        return readValue();
    const bool isRead = name == "process.env" || name.startsWith("process.env.") || name == "os.environ" || name == "os.getenv" || name == "os.environ.get";
    if (peek() == '(' && !isRead)
        return readCall(name);
    if (isRead || peek() == '[') {
        QByteArray key = lastPart(name);
        if (peek() == '[' || peek() == '(') {
            const bool isSquare = peek() == '[';
            ++m_at;
            const json::Document inner = json::Document::parse(readList(isSquare ? ']' : ')'));
            const json::Value first = inner.root().isArray() ? inner.root().at(0) : inner.root();
            key = first.isString() ? first.toString().toUtf8() : key;
        }
        return variable(key);
    }
    if (const auto known = m_names.constFind(name); known != m_names.cend())
        return *known;
    static const QRegularExpression enumeration(QStringLiteral(R"(^(?:\w+\.)*(?:Action|App|Trigger|Tag)\.([A-Z][A-Z0-9_]*)$)"));
    if (const auto match = enumeration.match(QString::fromUtf8(name)); match.hasMatch())
        return json::quoted(match.captured(1));
    complain(Tr::tr("The value of “%1” is not known; the variable {{%2}} stands in its place.").arg(QString::fromUtf8(name), QString::fromUtf8(lastPart(name))), begin);
    return variable(name);
}

QByteArray ScriptReader::readCall(const QByteArray &name)
{
    const qsizetype begin = m_at;
    const QList<ScriptArgument> arguments = readArguments();
    const QByteArray function = lastPart(name);
    if (function == "dict") {
        json::ObjectWriter writer;
        for (const ScriptArgument &argument : arguments)
            writer.addRaw(argument.name.toUtf8(), argument.json);
        return writer.finished();
    }
    const bool isTransparent = function == "dumps" || function == "stringify" || function == "loads" || function == "parse" || function == "str"
        || function == "Action" || function == "App" || function == "String";
    if (!arguments.isEmpty() && isTransparent) {
        const json::Document inner = json::Document::parse(arguments.first().json);
        const QByteArray text = inner.root().toString().toUtf8();
        const bool isPacked = (function == "loads" || function == "parse") && json::Document::parse(text).isValid();
        return isPacked ? text : arguments.first().json;
    }
    complain(Tr::tr("The result of “%1” is not known; the variable {{%2}} stands in its place.").arg(QString::fromUtf8(name), QString::fromUtf8(function)), begin);
    return variable(function);
}

QList<ScriptArgument> ScriptReader::readArguments()
{
    QList<ScriptArgument> arguments;
    const qsizetype begin = m_at;
    if (m_depth >= deepest) {
        m_at = m_text.size();
        return arguments;
    }
    ++m_depth;
    ++m_at;
    for (skipBlanks(); m_at < m_text.size() && peek() != ')'; skipBlanks()) {
        const qsizetype before = m_at;
        if (peek() == ',') {
            ++m_at;
            continue;
        }
        ScriptArgument argument;
        if (isAt("**") || isAt("...")) {
            m_at += isAt("**") ? 2 : 3;
            argument.name = QStringLiteral("**");
        } else if (isNameStart(peek()) && !isStringAhead()) {
            const QByteArray name = readName();
            skipBlanks();
            if (peek() == '=' && peek(1) != '=' && peek(1) != '>') {
                argument.name = QString::fromUtf8(name);
                ++m_at;
            } else {
                m_at = before;
            }
        }
        argument.json = readValue();
        arguments.append(argument);
        if (m_at == before)
            ++m_at;
    }
    --m_depth;
    if (m_at >= m_text.size())
        complain(Tr::tr("The bracket that opens here is never closed; all that follows was taken to be inside."), begin);
    ++m_at;
    return arguments;
}

void ScriptReader::learnNames()
{
    static const QRegularExpression assignment(QStringLiteral(R"((?m)^[ \t]*(?:export\s+)?(?:const |let |var )?([A-Za-z_$][\w$]*)(?:\s*:\s*[\w<>,\[\] .|{}]+?)?\s*=\s*(?=[{\["'`\d]|[rbfu]["']))"));
    const QString text = QString::fromLatin1(m_text);
    auto matches = assignment.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.capturedStart() < m_at)
            continue; // inside the value before
        m_at = match.capturedEnd();
        m_names.insert(match.captured(1).toUtf8(), readValue());
    }
    m_at = 0;
    m_troubles.clear(); // what is wrong there is told where it is used, if it is
}

} // namespace actionscope::exchange
