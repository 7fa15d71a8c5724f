// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/powershellreader.h"

#include "app/base/tr.h"
#include "app/json/document.h"
#include "app/json/writer.h"

#include <QHash>
#include <QRegularExpression>

namespace actionscope::exchange {

namespace {

bool isNameCharacter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

// One pass over the text.
class PowerShellReader final
{
public:
    explicit PowerShellReader(const QByteArray &text)
        : m_text(text)
    {
    }

    ShellText run()
    {
        while (m_at < m_text.size())
            readStatement();
        return std::move(m_result);
    }

private:
    [[nodiscard]] char peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
    [[nodiscard]] bool isAt(const char *word) const { return QByteArrayView(m_text).sliced(m_at).startsWith(QByteArrayView(word)); }
    void complain(const QString &sentence, qsizetype offset) { m_result.troubles.append({sentence, {}, offset}); }

    // Blanks, comments, and line breaks behind a backtick.
    void skipBlanks(bool skipsLines = false)
    {
        while (m_at < m_text.size()) {
            const char c = peek();
            if (c == ' ' || c == '\t' || c == '\r' || (skipsLines && (c == '\n' || c == ';'))) {
                ++m_at;
            } else if (c == '`' && (peek(1) == '\n' || isAt("`\r\n"))) {
                m_at += peek(1) == '\r' ? 3 : 2;
            } else if (c == '#') {
                while (m_at < m_text.size() && peek() != '\n')
                    ++m_at;
            } else {
                return;
            }
        }
    }

    void readStatement()
    {
        skipBlanks(true);
        if (m_at >= m_text.size())
            return;
        if (readAssignment())
            return;
        ShellCommand command;
        while (m_at < m_text.size()) {
            skipBlanks();
            const char c = peek();
            if (c == '\n' || c == ';' || c == '|' || c == '\0') {
                ++m_at;
                break;
            }
            command.words.push_back(readWord());
        }
        command.end = std::min(m_at, m_text.size());
        if (!command.words.empty())
            m_result.commands.push_back(std::move(command));
    }

    // $name = value
    bool readAssignment()
    {
        const qsizetype before = m_at;
        if (peek() != '$')
            return false;
        ++m_at;
        const QByteArray name = readName();
        skipBlanks();
        if (name.isEmpty() || peek() != '=') {
            m_at = before;
            return false;
        }
        ++m_at;
        skipBlanks();
        const qsizetype begin = m_at;
        const bool isValue = QByteArrayView("'\"@([").contains(peek());
        if (isValue) {
            m_variables.insert(name.toLower(), readWord());
            while (m_at < m_text.size() && peek() != '\n' && peek() != ';')
                ++m_at; // | ConvertTo-Json and its like
        }
        if (!isValue)
            m_at = begin; // the rest may be a command whose result is kept
        return true;
    }

    QByteArray readName()
    {
        const qsizetype begin = m_at;
        while (isNameCharacter(peek()) || peek() == ':')
            ++m_at;
        return m_text.sliced(begin, m_at - begin);
    }

    ShellWord readWord()
    {
        ShellWord word;
        word.begin = m_at;
        while (m_at < m_text.size()) {
            const char c = peek();
            if (QByteArrayView(" \t\r\n;|,)}").contains(c) || (c == '=' && m_depth > 0))
                break;
            if (c == '`' && (peek(1) == '\n' || isAt("`\r\n")))
                break;
            readPiece(word);
        }
        if (word.begin == m_at && m_at < m_text.size()) {
            word.append(peek(), m_at); // a comma or a bracket that belongs to nothing
            ++m_at;
        }
        return word;
    }

    void readPiece(ShellWord &word)
    {
        const char c = peek();
        const qsizetype begin = m_at;
        if (isAt("@'") || isAt("@\"")) {
            readHere(word);
        } else if (isAt("@{") || isAt("@(") || c == '(') {
            word.append(readValue(), begin);
            word.isQuoted = true;
        } else if (c == '\'') {
            readSingle(word);
        } else if (c == '"') {
            readDouble(word);
        } else if (c == '$' && (isNameCharacter(peek(1)) || peek(1) == '{')) {
            readVariable(word);
        } else if (c == '[' && readCast()) {
            // [ordered], [string] and the encoders of browsers change nothing that matters here
        } else if (c == '`' && m_at + 1 < m_text.size()) {
            readBacktick(word);
        } else {
            word.append(c, m_at++);
        }
    }

    bool readCast()
    {
        static const QRegularExpression cast(QStringLiteral(R"re(\G\[[\w.]+\](?:::\w+(?:\.\w+)?)?)re"));
        const auto match = cast.match(QString::fromLatin1(m_text.mid(m_at, 200)));
        if (!match.hasMatch())
            return false;
        m_at += match.capturedLength();
        return true;
    }

    void complainOpen(qsizetype begin)
    {
        complain(Tr::tr("The quote that opens here is never closed; all that follows was taken to be inside."), begin);
    }

    void readSingle(ShellWord &word)
    {
        const qsizetype begin = m_at++;
        word.isQuoted = true;
        for (; m_at < m_text.size(); ++m_at) {
            if (peek() == '\'' && peek(1) != '\'') {
                ++m_at;
                return;
            }
            m_at += peek() == '\'' ? 1 : 0;
            word.append(peek(), m_at);
        }
        complainOpen(begin);
    }

    void readDouble(ShellWord &word)
    {
        const qsizetype begin = m_at++;
        word.isQuoted = true;
        while (m_at < m_text.size()) {
            const char c = peek();
            if (c == '"' && peek(1) != '"') {
                ++m_at;
                return;
            }
            if (c == '"') {
                word.append('"', m_at);
                m_at += 2;
            } else if (c == '`' && m_at + 1 < m_text.size()) {
                readBacktick(word);
            } else if (c == '$' && (isNameCharacter(peek(1)) || peek(1) == '{')) {
                readVariable(word);
            } else {
                word.append(c, m_at++);
            }
        }
        complainOpen(begin);
    }

    void readBacktick(ShellWord &word)
    {
        constexpr QByteArrayView names("0abefnrtv");
        constexpr QByteArrayView values("\0\a\b\x1b\f\n\r\t\v", 9);
        const qsizetype known = names.indexOf(peek(1));
        word.append(known >= 0 ? values[known] : peek(1), m_at);
        m_at += 2;
    }

    void readHere(ShellWord &word)
    {
        const qsizetype begin = m_at;
        const QByteArray end = m_text.mid(m_at + 1, 1) + '@';
        qsizetype from = m_text.indexOf('\n', m_at) + 1;
        const qsizetype close = from > 0 ? m_text.indexOf('\n' + end, from - 1) : -1;
        word.isQuoted = true;
        if (from <= 0)
            from = m_text.size();
        qsizetype until = close < 0 ? m_text.size() : close;
        if (until > from && m_text[until - 1] == '\r')
            --until;
        for (qsizetype i = from; i < until; ++i)
            word.append(m_text[i], i);
        m_at = close < 0 ? m_text.size() : close + 3;
        if (close < 0)
            complainOpen(begin);
    }

    void readVariable(ShellWord &word)
    {
        const qsizetype begin = m_at++;
        const bool isBraced = peek() == '{';
        m_at += isBraced ? 1 : 0;
        const QByteArray name = readName();
        m_at += isBraced && peek() == '}' ? 1 : 0;
        const auto known = m_variables.constFind(name.toLower());
        if (known == m_variables.cend()) {
            word.append(m_text.sliced(begin, m_at - begin), begin);
            return;
        }
        for (qsizetype i = 0; i < known->text.size(); ++i)
            word.append(known->text[i], known->sourceOf(i));
        word.isQuoted = word.isQuoted || known->isQuoted;
    }

    // A value as JSON: a table, an array, a text, a number, $true; what is piped on behind it makes no difference.
    QByteArray readValue()
    {
        skipBlanks(true);
        if (m_depth > 200) {
            m_at = m_text.size();
            return "null";
        }
        while (peek() == '[' && readCast())
            skipBlanks();
        ++m_depth;
        QByteArray value;
        if (isAt("@{"))
            value = readTable();
        else if (isAt("@(") || peek() == '(')
            value = readList();
        else
            value = readScalar();
        --m_depth;
        const qsizetype end = m_at;
        skipBlanks();
        if (peek() != '|' || m_depth == 0) {
            m_at = end;
        } else { // ConvertTo-Json -Depth 10
            while (m_at < m_text.size() && peek() != ')' && peek() != '\n' && peek() != ';')
                ++m_at;
        }
        return value;
    }

    QByteArray readTable()
    {
        const qsizetype begin = m_at;
        m_at += 2;
        json::ObjectWriter writer;
        for (skipBlanks(true); m_at < m_text.size() && peek() != '}'; skipBlanks(true)) {
            const ShellWord name = readWord();
            skipBlanks();
            if (peek() != '=') {
                complain(Tr::tr("A name in a table should be followed by “=”; what stands here was left out."), m_at);
                while (m_at < m_text.size() && peek() != '\n' && peek() != ';' && peek() != '}')
                    ++m_at;
                continue;
            }
            ++m_at;
            writer.addRaw(name.text, readValue());
        }
        if (m_at >= m_text.size())
            complain(Tr::tr("The table that opens here is never closed."), begin);
        ++m_at;
        return writer.finished();
    }

    // @(a, b), and (one) in round brackets, which is the one itself.
    QByteArray readList()
    {
        const bool isArray = peek() == '@';
        m_at += isArray ? 2 : 1;
        json::ArrayWriter writer;
        QByteArray first;
        for (skipBlanks(true); m_at < m_text.size() && peek() != ')'; skipBlanks(true)) {
            if (peek() == ',') {
                ++m_at;
                continue;
            }
            const qsizetype before = m_at;
            const QByteArray value = readValue();
            if (first.isEmpty())
                first = value;
            writer.addRaw(value);
            if (m_at == before)
                ++m_at;
        }
        ++m_at;
        if (isArray)
            return writer.finished();
        const json::Document document = json::Document::parse(first);
        return document.root().isString() ? document.root().toString().toUtf8() : first; // of a table or a text
    }

    QByteArray readScalar()
    {
        const ShellWord word = readWord();
        const QByteArray lower = word.text.toLower();
        for (const char *name : {"true", "false", "null"}) {
            if (lower == QByteArray("$") + name)
                return name;
        }
        const json::Document document = json::Document::parse(word.text);
        const bool isJson = document.isValid() && (document.root().isNumber() || (word.isQuoted && document.root().isContainer() && !m_text.mid(word.begin, 1).contains('\'') && !m_text.mid(word.begin, 1).contains('"')));
        return isJson && !(word.isQuoted && document.root().isNumber()) ? word.text : json::quoted(QString::fromUtf8(word.text));
    }

    QByteArray m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    QHash<QByteArray, ShellWord> m_variables;
    ShellText m_result;
};

} // namespace

ShellText readPowerShell(const QByteArray &text) { return PowerShellReader(text).run(); }

} // namespace actionscope::exchange
