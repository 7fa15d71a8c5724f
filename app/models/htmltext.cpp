// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/htmltext.h"

#include <QString>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace actionscope::models {

using namespace std::string_view_literals;

namespace {

constexpr qsizetype longestEntity = 10;

// Their content is for machines.
constexpr std::array unread {"script"sv, "style"sv, "template"sv, "noscript"sv, "svg"sv, "iframe"sv};
constexpr std::array blocks {"p"sv, "div"sv, "section"sv, "article"sv, "header"sv, "footer"sv, "main"sv, "nav"sv,
    "aside"sv, "ul"sv, "ol"sv, "dl"sv, "dt"sv, "dd"sv, "table"sv, "tr"sv, "form"sv, "fieldset"sv, "blockquote"sv,
    "pre"sv, "hr"sv, "title"sv, "body"sv, "html"sv, "head"sv, "center"sv, "address"sv, "figure"sv, "option"sv};

template <std::size_t count> bool holds(const std::array<std::string_view, count> &names, const QByteArray &name)
{
    const std::string_view wanted(name.constData(), std::size_t(name.size()));
    return std::find(names.begin(), names.end(), wanted) != names.end();
}

bool isSpace(char byte) { return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f'; }

bool isLetter(char byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; }

QByteArray namedEntity(QByteArrayView name)
{
    constexpr std::array<std::pair<std::string_view, const char *>, 22> names {{{"amp", "&"}, {"lt", "<"},
        {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", " "}, {"copy", "©"}, {"reg", "®"}, {"mdash", "—"},
        {"ndash", "–"}, {"hellip", "…"}, {"laquo", "«"}, {"raquo", "»"}, {"lsquo", "‘"}, {"rsquo", "’"},
        {"ldquo", "“"}, {"rdquo", "”"}, {"bull", "•"}, {"middot", "·"}, {"times", "×"}, {"euro", "€"},
        {"rarr", "→"}}};
    for (const auto &[known, text] : names) {
        if (name == QByteArrayView(known.data(), qsizetype(known.size())))
            return text;
    }
    return {};
}

QByteArray numberedEntity(QByteArrayView digits)
{
    const bool isHex = digits.startsWith('x') || digits.startsWith('X');
    bool isNumber = false;
    const uint code = digits.sliced(isHex ? 1 : 0).toByteArray().toUInt(&isNumber, isHex ? 16 : 10);
    if (!isNumber || code < 0x20 || code > QChar::LastValidCodePoint || QChar::isSurrogate(code))
        return isNumber ? QByteArrayLiteral(" ") : QByteArray();
    const char32_t character = code;
    return QString::fromUcs4(&character, 1).toUtf8();
}

class Reader final
{
public:
    explicit Reader(QByteArrayView html)
        : m_html(html)
    {
    }

    QByteArray read()
    {
        while (m_at < m_html.size()) {
            const char byte = m_html[m_at];
            if (byte == '<' && m_at + 1 < m_html.size() && isMarkup(m_html[m_at + 1]))
                readMarkup();
            else if (byte == '&')
                readEntity();
            else
                readCharacter(byte);
        }
        return m_text.trimmed();
    }

private:
    static bool isMarkup(char byte) { return isLetter(byte) || byte == '/' || byte == '!' || byte == '?'; }

    void readCharacter(char byte)
    {
        ++m_at;
        if (m_isPre) {
            m_text += byte == '\r' ? ' ' : byte;
            return;
        }
        if (!isSpace(byte))
            add(QByteArrayView(&byte, 1));
        else
            m_wantsSpace = true;
    }

    void add(QByteArrayView text)
    {
        if (m_wantsSpace && !m_text.isEmpty() && !m_text.endsWith('\n') && !m_text.endsWith(' '))
            m_text += ' ';
        m_wantsSpace = false;
        m_text += text;
    }

    void readEntity()
    {
        const QByteArrayView rest = m_html.sliced(m_at + 1, std::min(longestEntity, m_html.size() - m_at - 1));
        const qsizetype end = rest.indexOf(';');
        const QByteArrayView name = end > 0 ? rest.first(end) : QByteArrayView();
        const QByteArray text = name.size() > 1 && name[0] == '#' ? numberedEntity(name.sliced(1)) : namedEntity(name);
        if (text.isEmpty()) {
            readCharacter('&');
            return;
        }
        m_at += end + 2;
        add(text);
    }

    void newLine(int lines)
    {
        m_wantsSpace = false;
        if (m_text.isEmpty())
            return;
        for (int have = m_text.endsWith("\n\n") ? 2 : m_text.endsWith('\n') ? 1 : 0; have < lines; ++have)
            m_text += '\n';
    }

    void readMarkup()
    {
        if (m_html.sliced(m_at).startsWith("<!--")) {
            const qsizetype end = m_html.indexOf("-->", m_at);
            m_at = end < 0 ? m_html.size() : end + 3;
            return;
        }
        qsizetype at = m_at + 1;
        const bool isEnd = m_html[at] == '/';
        at += isEnd ? 1 : 0;
        const qsizetype nameBegin = at;
        while (at < m_html.size() && (isLetter(m_html[at]) || (m_html[at] >= '0' && m_html[at] <= '9')))
            ++at;
        const QByteArray name = m_html.sliced(nameBegin, at - nameBegin).toByteArray().toLower();
        const QByteArrayView attributes = readAttributes(at);
        if (!isEnd && holds(unread, name))
            skipTo(name);
        else if (!name.isEmpty())
            applyTag(name, isEnd, attributes);
    }

    // Up to the end of the tag, which quotes may hide.
    QByteArrayView readAttributes(qsizetype begin)
    {
        char quote = 0;
        for (m_at = begin; m_at < m_html.size(); ++m_at) {
            const char byte = m_html[m_at];
            if (quote) {
                quote = byte == quote ? 0 : quote;
            } else if (byte == '"' || byte == '\'') {
                quote = byte;
            } else if (byte == '>') {
                return m_html.sliced(begin, m_at++ - begin);
            }
        }
        return m_html.sliced(begin);
    }

    void skipTo(const QByteArray &name)
    {
        while (m_at < m_html.size()) {
            const qsizetype end = m_html.indexOf("</", m_at);
            if (end < 0 || end + 2 + name.size() > m_html.size()) {
                m_at = m_html.size();
                return;
            }
            m_at = end + 2;
            if (m_html.sliced(m_at, name.size()).compare(name, Qt::CaseInsensitive) == 0) {
                readAttributes(m_at);
                return;
            }
        }
    }

    void applyTag(const QByteArray &name, bool isEnd, QByteArrayView attributes)
    {
        const bool isHeading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
        if (name == "br") {
            m_text += '\n';
            m_wantsSpace = false;
        } else if (isHeading) {
            newLine(2);
            if (!isEnd)
                m_text += QByteArray(name[1] - '0', '#') + ' ';
        } else if (name == "li") {
            newLine(1);
            if (!isEnd)
                m_text += "• ";
        } else if ((name == "td" || name == "th") && isEnd) {
            m_text += "  ";
        } else if (name == "a") {
            applyLink(isEnd, attributes);
        } else if (holds(blocks, name)) {
            newLine(name == "p" || name == "table" || name == "pre" || name == "title" ? 2 : 1);
        }
        if (name == "pre")
            m_isPre = !isEnd;
    }

    void applyLink(bool isEnd, QByteArrayView attributes)
    {
        if (isEnd) {
            if (!m_link.isEmpty()) {
                m_wantsSpace = true;
                add(QByteArray('<' + m_link + '>'));
            }
            m_link.clear();
            return;
        }
        m_link.clear();
        const QByteArray text = attributes.toByteArray();
        const qsizetype name = text.toLower().indexOf("href=");
        if (name < 0 || name + 6 >= text.size())
            return;
        const char quote = text[name + 5];
        const bool isQuoted = quote == '"' || quote == '\'';
        const qsizetype begin = name + (isQuoted ? 6 : 5);
        const qsizetype end = text.indexOf(isQuoted ? quote : ' ', begin);
        const QByteArray target = text.mid(begin, end < 0 ? -1 : end - begin).trimmed();
        if (!target.startsWith('#') && !target.toLower().startsWith("javascript:"))
            m_link = target;
    }

    QByteArrayView m_html;
    QByteArray m_text;
    QByteArray m_link; // where the open link leads
    qsizetype m_at = 0;
    bool m_wantsSpace = false;
    bool m_isPre = false;
};

} // namespace

QByteArray htmlAsText(QByteArrayView html) { return Reader(html).read(); }

} // namespace actionscope::models
