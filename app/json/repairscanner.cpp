// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/repairscanner.h"

#include "app/base/tr.h"

#include <algorithm>

namespace actionscope::json {

namespace {

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

} // namespace

RepairScanner::RepairScanner(const QByteArray &text)
    : m_text(text)
{
    if (m_text.startsWith("\xEF\xBB\xBF"))
        m_at = 3;
    m_lastEnd = m_at;
}

QList<Repair> RepairScanner::run()
{
    while (!m_stopped && m_repairs.size() < enoughRepairs && skipSpaceAndComments())
        scanToken();
    if (!m_stopped && m_repairs.size() < enoughRepairs)
        endOfText();
    std::stable_sort(m_repairs.begin(), m_repairs.end(),
        [](const Repair &left, const Repair &right) { return left.begin < right.begin; });
    return m_repairs;
}

void RepairScanner::note(
    qsizetype begin, qsizetype end, const QString &sentence, const QString &title, QList<TextEdit> edits)
{
    std::reverse(edits.begin(), edits.end());
    m_repairs.append({begin, end, sentence, title, std::move(edits)});
}

void RepairScanner::note(
    qsizetype begin, qsizetype end, const QString &sentence, const QString &title, const QByteArray &text)
{
    note(begin, end, sentence, title, QList<TextEdit> {{begin, end - begin, text}});
}

// Underlined is the sign before, since there is nothing yet at the place itself.
void RepairScanner::insert(qsizetype offset, const QString &sentence, const QString &title, const QByteArray &text)
{
    note(std::max<qsizetype>(0, offset - 1), offset, sentence, title, QList<TextEdit> {{offset, 0, text}});
}

bool RepairScanner::startsWith(qsizetype offset, QByteArrayView what) const
{
    return QByteArrayView(m_text).sliced(std::min(offset, m_text.size())).startsWith(what);
}

bool RepairScanner::skipSpaceAndComments()
{
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (isSpace(c)) {
            ++m_at;
        } else if (c == '#' || startsWith(m_at, "//")) {
            const qsizetype lineEnd = m_text.indexOf('\n', m_at);
            const qsizetype end = lineEnd < 0 ? m_text.size() : lineEnd;
            comment(end > m_at && m_text[end - 1] == '\r' ? end - 1 : end);
        } else if (startsWith(m_at, "/*")) {
            const qsizetype close = m_text.indexOf("*/", m_at + 2);
            comment(close < 0 ? m_text.size() : close + 2);
        } else if (startsWith(m_at, "\xC2\xA0") || startsWith(m_at, "\xEF\xBB\xBF")) {
            const qsizetype length = c == '\xC2' ? 2 : 3;
            note(m_at, m_at + length, Tr::tr("This blank is none that JSON knows."), Tr::tr("Make It a Plain Blank"),
                QByteArrayLiteral(" "));
            m_at += length;
        } else {
            return true;
        }
    }
    return false;
}

void RepairScanner::comment(qsizetype end)
{
    note(m_at, end, Tr::tr("JSON has no comments."), Tr::tr("Remove the Comment"), QByteArray());
    m_at = end;
}

void RepairScanner::scanToken()
{
    const char c = m_text[m_at];
    if (startsWith(m_at, "{{") && m_expected != Expected::Colon) {
        // A variable where a value should stand, not an object in place of a name.
        const qsizetype close = m_text.indexOf("}}", m_at);
        const QByteArray inside = close < 0 ? QByteArray() : m_text.mid(m_at + 2, close - m_at - 2);
        const bool isName = !inside.isEmpty()
            && std::all_of(inside.begin(), inside.end(), [](char each) { return std::isalnum(uchar(each)) || each == '_' || each == '$' || each == '.' || each == '-' || each == ' '; });
        if (isName) {
            missingBefore();
            wordValue(m_at, close + 2);
            return;
        }
    }
    if (structure(c))
        return;
    if (const Quote quote = quoteAt(m_at); quote.family != 0)
        text(quote);
    else
        word();
}

bool RepairScanner::structure(char c)
{
    switch (c) {
    case '{':
    case '[':
    case '(':
        opening(c);
        return true;
    case '}':
    case ']':
    case ')':
        closing(c);
        return true;
    case ',':
    case ';':
        comma(c);
        return true;
    case ':':
    case '=':
        colon();
        return true;
    default:
        return false;
    }
}

// A value, or a name, is about to come where something else was due.
void RepairScanner::missingBefore()
{
    if (m_expected == Expected::Comma) {
        insert(m_lastEnd, Tr::tr("A comma is missing here."), Tr::tr("Add the Comma"), QByteArrayLiteral(","));
        m_expected = m_open.back().isObject ? Expected::Key : Expected::Value;
    } else if (m_expected == Expected::Colon) {
        insert(m_lastEnd, Tr::tr("A colon is missing after the name."), Tr::tr("Add the Colon"), QByteArrayLiteral(": "));
        m_expected = Expected::Value;
    } else if (m_expected == Expected::Nothing) {
        note(m_at, m_text.size(), Tr::tr("There is more text after the value."), {}, QList<TextEdit>());
        m_stopped = true;
    }
    m_comma = -1;
}

void RepairScanner::opening(char c)
{
    missingBefore();
    if (m_stopped)
        return;
    if (m_expected == Expected::Key)
        note(m_at, m_at + 1, Tr::tr("A name in double quotes must stand here."), {}, QList<TextEdit>());
    if (c == '(') {
        note(m_at, m_at + 1, Tr::tr("JSON writes lists in square brackets."), Tr::tr("Use a Square Bracket"),
            QByteArrayLiteral("["));
    }
    if (!m_open.empty())
        m_open.back().isFresh = false;
    m_open.push_back({c == '{', true});
    m_expected = c == '{' ? Expected::Key : Expected::Value;
    m_lastEnd = ++m_at;
}

void RepairScanner::dropTrailingComma(char closer)
{
    if (m_comma >= 0 && !m_open.empty()) {
        // Not made a comma first, where it was another sign.
        m_repairs.removeIf([this](const Repair &repair) { return repair.begin == m_comma && repair.end == m_comma + 1
            && m_text[m_comma] == ';'; });
        note(m_comma, m_comma + 1, Tr::tr("A comma stands before the closing %1.").arg(QLatin1Char(closer)),
            Tr::tr("Remove the Comma"), QByteArray());
        m_comma = -1;
        return;
    }
    const bool isDue = m_expected == Expected::Colon
        || (m_expected == Expected::Value && !m_open.empty() && (m_open.back().isObject));
    if (isDue) {
        insert(m_lastEnd, Tr::tr("A value is missing here."), Tr::tr("Add null"),
            m_expected == Expected::Colon ? QByteArrayLiteral(": null") : QByteArrayLiteral(" null"));
    }
}

void RepairScanner::closing(char c)
{
    const bool wantsObject = c == '}';
    const auto match = std::find_if(m_open.rbegin(), m_open.rend(),
        [&](const Open &open) { return open.isObject == wantsObject; });
    const qsizetype begin = m_at++;
    if (m_open.empty()) {
        note(begin, m_at, Tr::tr("This bracket closes nothing."), Tr::tr("Remove the Bracket"), QByteArray());
        return;
    }
    dropTrailingComma(c);
    if (match == m_open.rend()) {
        const char right = m_open.back().isObject ? '}' : ']';
        note(begin, m_at, Tr::tr("%1 must stand here.").arg(QLatin1Char(right)),
            Tr::tr("Make It %1").arg(QLatin1Char(right)), QByteArray(1, right));
    } else {
        QByteArray missing;
        for (; !m_open.empty() && m_open.back().isObject != wantsObject; m_open.pop_back())
            missing += m_open.back().isObject ? '}' : ']';
        if (!missing.isEmpty()) {
            insert(m_lastEnd, Tr::tr("%1 is missing here.").arg(QLatin1String(missing)), Tr::tr("Close the Bracket"),
                missing);
        }
        if (c == ')') {
            note(begin, m_at, Tr::tr("JSON writes lists in square brackets."), Tr::tr("Use a Square Bracket"),
                QByteArrayLiteral("]"));
        }
    }
    m_open.pop_back();
    m_lastEnd = m_at;
    valueEnded();
}

void RepairScanner::comma(char c)
{
    const qsizetype begin = m_at++;
    const bool isAfterColon = m_expected == Expected::Colon
        || (m_expected == Expected::Value && !m_open.empty() && m_open.back().isObject);
    if (m_expected == Expected::Comma) {
        m_comma = begin;
        m_expected = m_open.back().isObject ? Expected::Key : Expected::Value;
        if (c == ';')
            note(begin, m_at, Tr::tr("A comma must stand here."), Tr::tr("Make It a Comma"), QByteArrayLiteral(","));
    } else if (isAfterColon) {
        dropTrailingComma(c);
        m_comma = begin;
        m_expected = Expected::Key;
        if (c == ';')
            note(begin, m_at, Tr::tr("A comma must stand here."), Tr::tr("Make It a Comma"), QByteArrayLiteral(","));
    } else {
        note(begin, m_at, Tr::tr("This comma separates nothing."), Tr::tr("Remove the Comma"), QByteArray());
        return;
    }
    m_lastEnd = m_at;
}

void RepairScanner::colon()
{
    const qsizetype begin = m_at;
    m_at += startsWith(m_at, "=>") || startsWith(m_at, ":=") ? 2 : 1;
    if (m_expected != Expected::Colon) {
        const bool isRepeated = m_expected == Expected::Value && !m_open.empty() && m_open.back().isObject;
        note(begin, m_at, Tr::tr("A colon cannot stand here."), isRepeated ? Tr::tr("Remove the Colon") : QString(),
            isRepeated ? QList<TextEdit> {{begin, m_at - begin, {}}} : QList<TextEdit>());
        m_stopped = !isRepeated;
        return;
    }
    if (m_at - begin > 1 || m_text[begin] != ':')
        note(begin, m_at, Tr::tr("A colon must stand here."), Tr::tr("Make It a Colon"), QByteArrayLiteral(":"));
    m_expected = Expected::Value;
    m_lastEnd = m_at;
}

void RepairScanner::valueEnded()
{
    if (!m_open.empty())
        m_open.back().isFresh = false;
    m_comma = -1;
    m_expected = m_open.empty() ? Expected::Nothing : Expected::Comma;
}

void RepairScanner::endOfText()
{
    if (m_open.empty()) {
        return;
    }
    QByteArray missing;
    if (m_comma >= 0)
        dropTrailingComma(m_open.back().isObject ? '}' : ']');
    else if (m_expected == Expected::Colon)
        missing = ": null";
    else if (m_expected == Expected::Value && m_open.back().isObject)
        missing = " null";
    for (; !m_open.empty(); m_open.pop_back())
        missing += m_open.back().isObject ? '}' : ']';
    insert(m_lastEnd, Tr::tr("The text ends before everything is closed."), Tr::tr("Close the Brackets"), missing);
}

} // namespace actionscope::json
