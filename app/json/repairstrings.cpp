// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Texts and words of RepairScanner.
#include "app/json/repairscanner.h"

#include "app/base/tr.h"
#include "app/json/bytescan.h"
#include "app/json/writer.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace actionscope::json {

namespace {

constexpr std::array<std::pair<const char *, char>, 11> quotes {{
    {"\"", '"'},
    {"'", '\''},
    {"`", '\''},
    {"\xE2\x80\x9C", '"'}, // “
    {"\xE2\x80\x9D", '"'}, // ”
    {"\xE2\x80\x9E", '"'}, // „
    {"\xC2\xAB", '"'}, // «
    {"\xC2\xBB", '"'}, // »
    {"\xE2\x80\x98", '\''}, // ‘
    {"\xE2\x80\x99", '\''}, // ’
    {"\xE2\x80\x9A", '\''}, // ‚
}};

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool isWordByte(char c)
{
    return std::isalnum(uchar(c)) != 0 || uchar(c) >= 0x80 || c == '_' || c == '$' || c == '-' || c == '+' || c == '.';
}

// Words that other languages and loggers write for JSON's three; empty for any other.
QByteArray meantWord(const QByteArray &word)
{
    const QByteArray lower = word.toLower();
    if (lower == "true" || lower == "false" || lower == "null")
        return lower;
    for (const char *nothing : {"none", "nil", "undefined", "nan", "infinity", "-infinity", "+infinity", "inf", "-inf"}) {
        if (lower == nothing)
            return "null";
    }
    return {};
}

bool isNumber(const QByteArray &word)
{
    const Document document = Document::parse(word);
    return document.isValid() && document.root().isNumber();
}

// A number as other languages write it, in JSON's spelling; empty for what is none.
QByteArray meantNumber(QByteArray word)
{
    if (word.startsWith('+'))
        word.remove(0, 1);
    const qsizetype sign = word.startsWith('-') ? 1 : 0;
    if (word.mid(sign).startsWith('.'))
        word.insert(sign, '0');
    if (const qsizetype point = word.indexOf('.'); point >= 0
        && (point + 1 == word.size() || word[point + 1] == 'e' || word[point + 1] == 'E'))
        word.insert(point + 1, '0');
    return isNumber(word) ? word : QByteArray();
}

} // namespace

RepairScanner::Quote RepairScanner::quoteAt(qsizetype offset) const
{
    for (const auto &[sign, family] : quotes) {
        if (startsWith(offset, sign))
            return {sign, family};
    }
    return {{}, '\0'};
}

bool RepairScanner::isDelimitedAt(qsizetype offset) const
{
    while (at(offset) == ' ' || at(offset) == '\t')
        ++offset;
    return offset >= m_text.size() || QByteArrayView(",:}])\n\r").contains(m_text[offset]);
}

void RepairScanner::text(const Quote &quote)
{
    missingBefore();
    if (m_stopped)
        return;
    const bool isName = m_expected == Expected::Key;
    if (quote.sign == "\"")
        plainString();
    else
        foreignString(quote);
    m_lastEnd = m_at;
    valueEnded();
    if (isName)
        m_expected = Expected::Colon;
}

// Whether a text that reaches the end of its line is meant to go on: its closing quote comes before the next thing that
// looks like a member or an item.
bool RepairScanner::goesOnBehindLine(qsizetype lineEnd) const
{
    for (qsizetype i = lineEnd; i < m_text.size(); ++i) {
        if (m_text[i] == '\\')
            ++i;
        else if (m_text[i] == '"')
            return isDelimitedAt(i + 1);
    }
    return false;
}

// Where a text that is not closed ends most likely: before the brackets and the comma behind it.
qsizetype RepairScanner::endOfUnclosed(qsizetype from, qsizetype to) const
{
    while (to > from && (isSpace(m_text[to - 1]) || QByteArrayView(",}])").contains(m_text[to - 1])))
        --to;
    return to;
}

void RepairScanner::plainString()
{
    const qsizetype begin = m_at++;
    QList<TextEdit> edits;
    bool isMultiline = false; // decided at the first line break
    while (m_at < m_text.size() && m_text[m_at] != '"') {
        const char c = m_text[m_at];
        if (c == '\n' && !isMultiline) {
            isMultiline = goesOnBehindLine(m_at);
            if (!isMultiline)
                break;
        }
        if (c == '\\')
            escape(&edits);
        else
            unusualByte(&edits);
    }
    if (at(m_at) == '"' && m_at < m_text.size()) {
        ++m_at;
        if (!edits.isEmpty()) {
            note(begin, m_at, Tr::tr("This text holds signs that JSON must escape."), Tr::tr("Escape the Signs"),
                std::move(edits));
        }
        return;
    }
    const qsizetype end = endOfUnclosed(begin + 1, m_at);
    edits.removeIf([&](const TextEdit &edit) { return edit.begin >= end; });
    edits.append({end, 0, "\""});
    m_at = end;
    note(begin, end, Tr::tr("The text that begins here is not closed."), Tr::tr("Close the Text"), std::move(edits));
}

// At a backslash; passes over what belongs to it.
void RepairScanner::escape(QList<TextEdit> *edits)
{
    const qsizetype begin = m_at++;
    const char c = at(m_at);
    if (m_at < m_text.size() && QByteArrayView("\"\\/bfnrt").contains(c)) {
        ++m_at;
    } else if (c == 'u'
        && std::all_of(m_text.cbegin() + std::min(m_at + 1, m_text.size()),
            m_text.cbegin() + std::min(m_at + 5, m_text.size()), [](char hex) { return std::isxdigit(uchar(hex)) != 0; })
        && m_at + 5 <= m_text.size()) {
        m_at += 5;
    } else if (c == '\'') {
        edits->append({begin, 1, {}});
        ++m_at;
    } else {
        edits->append({begin, 0, "\\"}); // a backslash that stands for itself
    }
}

// At a byte inside a text.
void RepairScanner::unusualByte(QList<TextEdit> *edits)
{
    const auto c = uchar(m_text[m_at]);
    if (c < 0x20) {
        const QByteArray escaped = c == '\n' ? "\\n" : c == '\r' ? "\\r" : c == '\t' ? "\\t"
            : "\\u00" + QByteArray::number(c, 16).rightJustified(2, '0');
        edits->append({m_at, 1, escaped});
    }
    if (c < 0x80) {
        ++m_at;
        return;
    }
    const qsizetype length = multibyteLength(m_text.cbegin() + m_at, m_text.cend());
    if (length == 0)
        note(m_at, m_at + 1, Tr::tr("This byte is not UTF-8."), Tr::tr("Replace It"), QByteArrayLiteral("\xEF\xBF\xBD"));
    m_at += std::max<qsizetype>(1, length);
}

// In quotes that are not JSON's. A closing one is followed by a comma, colon, bracket or line end, so that an apostrophe
// is none.
void RepairScanner::foreignString(const Quote &quote)
{
    const qsizetype begin = m_at;
    m_at += quote.sign.size();
    QList<TextEdit> edits {{begin, quote.sign.size(), "\""}};
    while (m_at < m_text.size() && m_text[m_at] != '\n') {
        const Quote here = quoteAt(m_at);
        const bool closes = here.family == quote.family || (here.sign == "\"" && quote.family == '"');
        if (closes && isDelimitedAt(m_at + here.sign.size())) {
            edits.append({m_at, here.sign.size(), "\""});
            m_at += here.sign.size();
            note(begin, m_at, Tr::tr("JSON writes texts in double quotes."), Tr::tr("Use Double Quotes"),
                std::move(edits));
            return;
        }
        if (m_text[m_at] == '"')
            edits.append({m_at++, 0, "\\"});
        else if (m_text[m_at] == '\\')
            escape(&edits);
        else
            unusualByte(&edits);
    }
    const qsizetype end = endOfUnclosed(begin + quote.sign.size(), m_at);
    edits.removeIf([&](const TextEdit &edit) { return edit.begin >= end; });
    edits.append({end, 0, "\""});
    m_at = end;
    note(begin, end, Tr::tr("The text that begins here is not closed."), Tr::tr("Close the Text"), std::move(edits));
}

void RepairScanner::word()
{
    missingBefore();
    if (m_stopped)
        return;
    const qsizetype begin = m_at;
    while (m_at < m_text.size() && isWordByte(m_text[m_at]))
        ++m_at;
    if (m_at == begin)
        ++m_at; // a sign that belongs to nothing
    const QByteArray word = m_text.sliced(begin, m_at - begin);
    if (quoteAt(m_at).family != 0 && QByteArrayView("ubrfUBRF").contains(word.front()) && word.size() == 1) {
        note(begin, m_at, Tr::tr("JSON has no letters before quotes."), Tr::tr("Remove the Letter"), QByteArray());
        return;
    }
    const bool isKnown = isNumber(word) || !meantWord(word).isEmpty() || !meantNumber(word).isEmpty();
    if (m_expected != Expected::Key && (!isKnown || goesOnAsText(m_at))) {
        // A text of several words reaches to the next sign of structure.
        while (m_at < m_text.size() && !QByteArrayView(",}]\n\r\"").contains(m_text[m_at]))
            ++m_at;
        while (isSpace(m_text[m_at - 1]))
            --m_at;
    }
    wordValue(begin, m_at);
}

// Behind a number or a known word: "5 apples" and "12:30" are texts, "5 [" and "5 count: 6" lack a comma.
bool RepairScanner::goesOnAsText(qsizetype offset) const
{
    const qsizetype first = offset;
    while (at(offset) == ' ' || at(offset) == '\t')
        ++offset;
    if (offset == first)
        return offset < m_text.size() && !isSpace(m_text[offset]) && !QByteArrayView(",;}])[{(/#\"'").contains(m_text[offset]);
    if (std::isalpha(uchar(at(offset))) == 0)
        return false;
    const qsizetype begin = offset;
    while (offset < m_text.size() && isWordByte(m_text[offset]))
        ++offset;
    if (!meantWord(m_text.sliced(begin, offset - begin)).isEmpty())
        return false;
    while (at(offset) == ' ' || at(offset) == '\t')
        ++offset;
    return at(offset) != ':';
}

void RepairScanner::wordValue(qsizetype begin, qsizetype end)
{
    const QByteArray word = m_text.sliced(begin, end - begin);
    m_at = end;
    m_lastEnd = end;
    if (m_expected == Expected::Key) {
        note(begin, end, Tr::tr("A name must stand in double quotes."), Tr::tr("Put It in Quotes"),
            quoted(QString::fromUtf8(word)));
        valueEnded();
        m_expected = Expected::Colon;
        return;
    }
    valueEnded();
    if (isNumber(word) || word == "true" || word == "false" || word == "null")
        return;
    QByteArray meant = meantWord(word);
    const bool isWord = !meant.isEmpty();
    if (!isWord)
        meant = meantNumber(word);
    if (!meant.isEmpty()) {
        note(begin, end,
            isWord ? Tr::tr("JSON writes %1 here.").arg(QLatin1String(meant)) : Tr::tr("JSON writes numbers differently."),
            Tr::tr("Make It %1").arg(QLatin1String(meant)), meant);
        return;
    }
    note(begin, end, Tr::tr("A text must stand in double quotes."), Tr::tr("Put It in Quotes"),
        quoted(QString::fromUtf8(word)));
}

} // namespace actionscope::json
