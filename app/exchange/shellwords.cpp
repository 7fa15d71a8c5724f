// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/shellwords.h"

#include "app/base/tr.h"

#include <algorithm>

namespace actionscope::exchange {

namespace {

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

QByteArray utf8Of(uint codePoint)
{
    if (codePoint > 0x10FFFF || (codePoint >= 0xD800 && codePoint <= 0xDFFF))
        codePoint = 0xFFFD;
    const char32_t character = codePoint;
    return QString::fromUcs4(&character, 1).toUtf8();
}

// One pass over the text.
class BashReader final
{
public:
    explicit BashReader(const QByteArray &text)
        : m_text(text)
    {
    }

    ShellText run()
    {
        while (m_at < m_text.size())
            step();
        endCommand();
        takePipedInput();
        return std::move(m_result);
    }

private:
    [[nodiscard]] char peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
    [[nodiscard]] bool isAt(const char *word) const { return QByteArrayView(m_text).sliced(m_at).startsWith(QByteArrayView(word)); }
    void complain(const QString &sentence, qsizetype offset) { m_result.troubles.append({sentence, {}, offset}); }

    void step()
    {
        const char c = peek();
        if (isBlank(c)) {
            ++m_at;
        } else if (c == '\\' && (peek(1) == '\n' || isAt("\\\r\n"))) {
            m_at += peek(1) == '\r' ? 3 : 2;
        } else if (c == '\n') {
            ++m_at;
            endCommand();
            takeDocuments();
        } else if (c == '#') {
            while (m_at < m_text.size() && peek() != '\n')
                ++m_at;
        } else if (c == '|' || c == ';' || c == '&' || c == '(' || c == ')') {
            m_command.isPiped = c == '|' && peek(1) != '|';
            ++m_at;
            if (c != '&' || m_text.mid(m_at, 1) != ">") // &> is a redirection
                endCommand();
        } else if (c == '<' || c == '>') {
            redirect();
        } else {
            readWord();
        }
    }

    void endCommand()
    {
        m_command.end = m_at;
        if (!m_command.words.empty())
            m_result.commands.push_back(std::move(m_command));
        m_command = {};
    }

    void readWord()
    {
        m_word = {};
        m_word.begin = m_at;
        while (m_at < m_text.size() && !QByteArrayView(" \t\r\n|;&()<>").contains(peek()))
            readPiece();
        m_command.words.push_back(std::move(m_word));
    }

    void readPiece()
    {
        const char c = peek();
        if (c == '\'') {
            readSingle();
        } else if (c == '"' || (c == '$' && peek(1) == '"')) {
            readDouble();
        } else if (c == '$' && peek(1) == '\'') {
            readAnsi();
        } else if (c == '\\') {
            if (peek(1) == '\n' || isAt("\\\r\n")) {
                m_at += peek(1) == '\r' ? 3 : 2;
                return;
            }
            if (m_at + 1 < m_text.size())
                m_word.append(peek(1), m_at);
            m_at += 2;
        } else if (c == '$' && peek(1) == '(') {
            readSubstitution();
        } else {
            noteVariable();
            m_word.append(c, m_at++);
        }
    }

    // Outside of single quotes the shell would put a value here, which nobody knows.
    void noteVariable()
    {
        const char next = peek(1);
        const bool isName = next == '{' || next == '_' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
        if ((peek() == '$' && isName) || peek() == '`')
            m_word.variables.push_back(m_word.text.size());
    }

    void complainOpen(qsizetype begin)
    {
        complain(Tr::tr("The quote that opens here is never closed; all that follows was taken to be inside."), begin);
    }

    void readSingle()
    {
        const qsizetype begin = m_at++;
        m_word.isQuoted = true;
        for (; m_at < m_text.size(); ++m_at) {
            if (peek() == '\'') {
                ++m_at;
                return;
            }
            m_word.append(peek(), m_at);
        }
        complainOpen(begin);
    }

    void readDouble()
    {
        m_at += peek() == '$' ? 1 : 0;
        const qsizetype begin = m_at++;
        m_word.isQuoted = true;
        while (m_at < m_text.size()) {
            const char c = peek();
            if (c == '"') {
                ++m_at;
                return;
            }
            if (c == '\\' && QByteArrayView("\"\\$`").contains(peek(1)) && m_at + 1 < m_text.size()) {
                m_word.append(peek(1), m_at);
                m_at += 2;
            } else if (c == '\\' && peek(1) == '\n') {
                m_at += 2;
            } else if (c == '$' && peek(1) == '(') {
                readSubstitution();
            } else {
                noteVariable();
                m_word.append(c, m_at++);
            }
        }
        complainOpen(begin);
    }

    // $(…): never run; kept as it is written.
    void readSubstitution()
    {
        const qsizetype begin = m_at;
        int depth = 0;
        for (; m_at < m_text.size(); ++m_at) {
            m_word.append(peek(), m_at);
            depth += peek() == '(' ? 1 : peek() == ')' ? -1 : 0;
            if (depth == 0 && peek() == ')') {
                ++m_at;
                break;
            }
        }
        complain(Tr::tr("A command inside the command is not run; its text stands in its place."), begin);
    }

    // $'…' with the escapes of C.
    void readAnsi()
    {
        const qsizetype begin = m_at;
        m_at += 2;
        m_word.isQuoted = true;
        while (m_at < m_text.size()) {
            if (peek() == '\'') {
                ++m_at;
                return;
            }
            if (peek() == '\\' && m_at + 1 < m_text.size())
                readAnsiEscape();
            else
                takeByte();
        }
        complainOpen(begin);
    }

    void takeByte()
    {
        m_word.append(peek(), m_at);
        ++m_at;
    }

    void readAnsiEscape()
    {
        const qsizetype source = m_at;
        const char c = peek(1);
        m_at += 2;
        constexpr QByteArrayView names("abefnrtvE");
        constexpr QByteArrayView values("\a\b\x1b\f\n\r\t\v\x1b");
        if (const qsizetype known = names.indexOf(c); known >= 0)
            m_word.append(values[known], source);
        else if (c == 'x')
            m_word.append(char(readNumber(16, 2)), source);
        else if (c == 'u' || c == 'U')
            readCharacter(c == 'u' ? 4 : 8, source);
        else if (c >= '0' && c <= '7')
            m_word.append(char((--m_at, readNumber(8, 3))), source);
        else if (QByteArrayView("\\'\"?").contains(c))
            m_word.append(c, source);
        else
            m_word.append(QByteArray("\\") + c, source);
    }

    // A character beyond the first plane may be written as a pair of surrogates, as browsers do.
    void readCharacter(int digits, qsizetype source)
    {
        uint character = readNumber(16, digits);
        if (character >= 0xD800 && character <= 0xDBFF && isAt("\\u")) {
            m_at += 2;
            const uint low = readNumber(16, 4);
            character = 0x10000 + ((character - 0xD800) << 10U) + (low - 0xDC00);
        }
        m_word.append(utf8Of(character), source);
    }

    uint readNumber(int base, int digits)
    {
        uint number = 0;
        for (int i = 0; i < digits; ++i) {
            bool isDigit = false;
            const uint digit = m_text.mid(m_at, 1).toUInt(&isDigit, base);
            if (!isDigit)
                break;
            number = number * uint(base) + digit;
            ++m_at;
        }
        return number;
    }

    void redirect()
    {
        const qsizetype begin = m_at;
        if (isAt("<<<")) {
            m_at += 3;
            m_command.input = readTarget();
        } else if (isAt("<<")) {
            m_at += isAt("<<-") ? 3 : 2;
            const bool isIndented = m_text[m_at - 1] == '-';
            const ShellWord mark = readTarget();
            m_documents.push_back({mark.text, begin, isIndented});
            // The command goes on behind the mark; what belongs to it comes with the next line.
        } else {
            const bool reads = peek() == '<';
            ++m_at;
            while (peek() == '>' || peek() == '&')
                ++m_at;
            readTarget();
            if (reads)
                complain(Tr::tr("A file on somebody's disk is not read; what it holds is not known."), begin);
        }
    }

    ShellWord readTarget()
    {
        while (isBlank(peek()))
            ++m_at;
        readWord();
        ShellWord word = std::move(m_command.words.back());
        m_command.words.pop_back();
        return word;
    }

    struct Document
    {
        QByteArray mark;
        qsizetype begin;
        bool isIndented;
    };

    // The lines up to the mark; they belong to the last command.
    void takeDocuments()
    {
        for (const Document &document : m_documents) {
            ShellWord body;
            body.begin = m_at;
            bool isClosed = false;
            while (m_at < m_text.size() && !isClosed) {
                const qsizetype end = m_text.indexOf('\n', m_at);
                const qsizetype next = end < 0 ? m_text.size() : end + 1;
                QByteArray line = m_text.sliced(m_at, next - m_at);
                isClosed = line.trimmed() == document.mark;
                for (qsizetype i = 0; i < line.size() && !isClosed; ++i) {
                    if (!(document.isIndented && line[i] == '\t' && line.first(i).trimmed().isEmpty()))
                        body.append(line[i], m_at + i);
                }
                m_at = next;
            }
            if (!isClosed)
                complain(Tr::tr("The here-document that begins here has no end."), document.begin);
            if (!m_result.commands.empty())
                m_result.commands.back().input = std::move(body);
            if (!m_result.commands.empty())
                m_result.commands.back().end = m_at;
        }
        m_documents.clear();
    }

    // printf and echo with a text in front of a pipe, as in our own long commands.
    void takePipedInput()
    {
        auto &commands = m_result.commands;
        for (std::size_t i = 0; i + 1 < commands.size(); ++i) {
            const ShellCommand &from = commands[i];
            const QByteArray name = from.words.front().text;
            const bool writes = name == "printf" || name == "echo";
            if (!from.isPiped || !writes || from.words.size() < 2 || commands[i + 1].input)
                continue;
            commands[i + 1].input = name == "printf" ? printed(from.words.back()) : from.words.back();
            if (name == "echo" && from.words[1].text != "-n")
                commands[i + 1].input->append('\n', from.words.back().begin);
        }
    }

    static ShellWord printed(const ShellWord &format)
    {
        ShellWord word;
        word.begin = format.begin;
        word.isQuoted = true;
        for (qsizetype i = 0; i < format.text.size(); ++i) {
            const char c = format.text[i];
            const QByteArray rest = format.text.mid(i, 4);
            const qsizetype source = format.sourceOf(i);
            if (rest == "\\000") {
                word.append('\0', source);
                i += 3;
            } else if (rest.startsWith("%%") || rest.startsWith("\\\\")) {
                word.append(c, source);
                ++i;
            } else if (rest.startsWith("\\n")) {
                word.append('\n', source);
                ++i;
            } else {
                word.append(c, source);
            }
        }
        return word;
    }

    QByteArray m_text;
    qsizetype m_at = 0;
    ShellWord m_word;
    ShellCommand m_command;
    std::vector<Document> m_documents;
    ShellText m_result;
};

} // namespace

ShellText readBash(const QByteArray &text) { return BashReader(text).run(); }

} // namespace actionscope::exchange
