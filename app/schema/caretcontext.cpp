// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/caretcontext.h"

#include "app/json/bytescan.h"
#include "app/json/document.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace actionscope::schema {

namespace {

bool isWordByte(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80 || c == '_'
        || c == '-' || c == '+' || c == '.' || c == '$';
}

class CaretReader final
{
public:
    CaretReader(const QByteArray &text, qsizetype offset)
        : m_text(text)
        , m_caret(std::clamp<qsizetype>(offset, 0, text.size()))
    {
    }

    CaretContext run()
    {
        while (m_at < m_caret && !m_isInside) {
            m_at = json::endOfSpace(m_text.cbegin() + m_at, m_text.cbegin() + m_caret) - m_text.cbegin();
            if (m_at < m_caret)
                token();
        }
        if (!m_isInside)
            m_wordBegin = m_caret;
        return result();
    }

private:
    enum class Due { Name, Colon, Value, Comma };
    struct Open
    {
        bool isObject = false;
        QString name; // of the member at hand
        qsizetype position = 0; // of the item at hand
        QStringList names;
    };

    void token()
    {
        const char c = m_text[m_at];
        if (c == '{' || c == '[') {
            m_open.push_back({c == '{', {}, 0, {}});
            m_due = c == '{' ? Due::Name : Due::Value;
            m_lastEnd = ++m_at;
        } else if (c == '}' || c == ']') {
            if (!m_open.empty())
                m_open.pop_back();
            m_due = Due::Comma;
            m_lastEnd = ++m_at;
        } else if (c == ',') {
            if (!m_open.empty())
                ++m_open.back().position;
            m_due = !m_open.empty() && m_open.back().isObject ? Due::Name : Due::Value;
            m_lastEnd = ++m_at;
        } else if (c == ':') {
            m_due = Due::Value;
            m_lastEnd = ++m_at;
        } else if (c == '"') {
            quoted();
        } else {
            plain();
        }
    }

    // A text ends at its quote, or at the end of its line where it has none yet.
    void quoted()
    {
        const qsizetype begin = m_at++;
        while (m_at < m_caret && m_text[m_at] != '"' && m_text[m_at] != '\n')
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        if (m_at >= m_caret) {
            inside(begin);
            return;
        }
        if (m_text[m_at] == '"')
            ++m_at;
        taken(QByteArrayView(m_text).sliced(begin, m_at - begin));
    }

    void plain()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && isWordByte(m_text[m_at]))
            ++m_at;
        if (m_at == begin)
            ++m_at;
        else if (m_at >= m_caret) {
            inside(begin);
            return;
        }
        taken(QByteArrayView(m_text).sliced(begin, m_at - begin));
    }

    void inside(qsizetype begin)
    {
        m_isInside = true;
        m_wordBegin = begin;
    }

    void taken(QByteArrayView raw)
    {
        m_lastEnd = m_at;
        if (m_due == Due::Comma && !m_open.empty() && m_open.back().isObject)
            m_due = Due::Name; // its comma is missing
        if (m_due == Due::Name && !m_open.empty()) {
            const QString word = raw.startsWith('"') ? json::decodedString(raw) : QString::fromUtf8(raw);
            m_open.back().name = word;
            m_open.back().names.append(word);
            m_due = Due::Colon;
        } else {
            m_due = Due::Comma;
        }
    }

    CaretContext result()
    {
        CaretContext context;
        context.begin = m_wordBegin;
        const bool isObject = !m_open.empty() && m_open.back().isObject;
        if (m_due == Due::Comma && !m_open.empty()) {
            context.commaAt = m_lastEnd;
            if (!isObject)
                ++m_open.back().position;
        }
        const bool isName = isObject && (m_due == Due::Name || m_due == Due::Comma);
        const bool isValue = m_due == Due::Value || (m_due == Due::Comma && !m_open.empty() && !isObject);
        context.kind = isName ? CaretContext::Kind::Name : isValue ? CaretContext::Kind::Value : CaretContext::Kind::Nothing;
        context.isInArray = !m_open.empty() && !isObject;
        for (std::size_t i = 0; i < m_open.size(); ++i) {
            const bool isLast = i + 1 == m_open.size();
            if (!(isLast && isName))
                context.path.append(m_open[i].isObject ? m_open[i].name : QString::number(m_open[i].position));
        }
        readWord(&context);
        readWhatFollows(&context);
        if (isName) {
            context.names = m_open.back().names;
            namesBehind(&context);
        }
        return context;
    }

    void readWord(CaretContext *context) const
    {
        context->isQuoted = m_wordBegin < m_caret && m_text[m_wordBegin] == '"';
        const qsizetype first = m_wordBegin + (context->isQuoted ? 1 : 0);
        const QByteArray typed = m_text.mid(first, m_caret - first);
        context->typed = QString::fromUtf8(typed);
        qsizetype end = m_caret;
        while (end < m_text.size() && isWordByte(m_text[end]))
            ++end;
        const bool isClosed = context->isQuoted && end < m_text.size() && m_text[end] == '"';
        context->end = isClosed ? end + 1 : context->isQuoted ? m_caret : end;
        if (context->isQuoted) {
            const qsizetype braces = typed.lastIndexOf("{{");
            if (braces >= 0 && typed.indexOf("}}", braces) < 0)
                context->variableAt = first + braces;
            const qsizetype lineEnd = m_text.indexOf('\n', m_caret);
            const QByteArray rest = m_text.mid(m_caret, lineEnd < 0 ? -1 : lineEnd - m_caret);
            context->isInText = !isClosed && rest.contains('"') && !rest.trimmed().startsWith('"')
                && QByteArrayView(",}]").contains(rest.trimmed().back());
        }
    }

    void readWhatFollows(CaretContext *context) const
    {
        const auto *end = m_text.cend();
        const auto *next = json::endOfSpace(m_text.cbegin() + context->end, end);
        context->hasColon = next < end && *next == ':';
        context->needsComma = next < end && (*next == '"' || *next == '{' || *next == '[' || isWordByte(*next));
    }

    // The names of the same object that stand behind the word.
    void namesBehind(CaretContext *context) const
    {
        int depth = 0;
        bool isName = !context->hasColon;
        for (qsizetype i = context->end; i < m_text.size() && depth >= 0; ++i) {
            const char c = m_text[i];
            if (c == '{' || c == '[') {
                ++depth;
            } else if (c == '}' || c == ']') {
                --depth;
            } else if (c == ',' && depth == 0) {
                isName = true;
            } else if (c == ':' && depth == 0) {
                isName = false;
            } else if (c == '"') {
                const qsizetype begin = i++;
                while (i < m_text.size() && m_text[i] != '"' && m_text[i] != '\n')
                    i += m_text[i] == '\\' ? 2 : 1;
                if (depth == 0 && isName && i < m_text.size() && m_text[i] == '"')
                    context->names.append(json::decodedString(QByteArrayView(m_text).sliced(begin, i + 1 - begin)));
            }
        }
    }

    QByteArray m_text;
    qsizetype m_caret;
    qsizetype m_at = 0;
    qsizetype m_lastEnd = 0;
    qsizetype m_wordBegin = 0;
    bool m_isInside = false;
    Due m_due = Due::Value;
    std::vector<Open> m_open;
};

} // namespace

CaretContext caretContext(const QByteArray &text, qsizetype offset) { return CaretReader(text, offset).run(); }

} // namespace actionscope::schema
