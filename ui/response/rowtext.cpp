// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/rowtext.h"

#include <QList>

#include <algorithm>

namespace actionscope::ui {

namespace {

// Bytes of the well-formed character at the front of `bytes`, 0 when there is none.
qsizetype characterLength(QByteArrayView bytes)
{
    const auto first = static_cast<unsigned char>(bytes.front());
    const qsizetype length = first < 0x80 ? 1
        : first < 0xC2                    ? 0
        : first < 0xE0                    ? 2
        : first < 0xF0                    ? 3
        : first < 0xF5                    ? 4
                                          : 0;
    if (length == 0 || length > bytes.size())
        return 0;
    return length == 1 || bytes.first(length).isValidUtf8() ? length : 0;
}

QChar signOf(char16_t c)
{
    if ((c < 0x20 && c != u'\t') || (c >= 0x7F && c < 0xA0))
        return QChar(0x00B7);
    if (c == 0x2028 || c == 0x2029) // would break the row in two
        return QChar(0x21B5);
    return c;
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('.') || c == QLatin1Char('-') || c == QLatin1Char('+');
}

// One past the quote that ends the string whose text begins at `at`, or the end of the row.
qsizetype endOfString(QStringView row, qsizetype at)
{
    for (; at < row.size(); ++at) {
        if (row[at] == QLatin1Char('\\'))
            ++at;
        else if (row[at] == QLatin1Char('"'))
            return at + 1;
    }
    return row.size();
}

bool isFollowedByColon(QStringView row, qsizetype at)
{
    while (at < row.size() && row[at].isSpace())
        ++at;
    return at < row.size() && row[at] == QLatin1Char(':');
}

} // namespace

int RowText::positionOf(qsizetype offset) const
{
    const auto found = std::lower_bound(offsets.begin(), offsets.end(), offset);
    return found == offsets.end() ? int(text.size()) : int(std::distance(offsets.begin(), found));
}

qsizetype RowText::offsetOf(int position) const
{
    return offsets[std::size_t(std::clamp(position, 0, int(text.size())))];
}

RowText rowText(QByteArrayView bytes)
{
    RowText row;
    row.text.reserve(bytes.size());
    row.offsets.reserve(std::size_t(bytes.size()) + 1);
    qsizetype at = 0;
    while (at < bytes.size()) {
        const qsizetype length = characterLength(bytes.sliced(at));
        if (length == 0)
            row.text += QChar::ReplacementCharacter;
        else if (length == 1)
            row.text += signOf(char16_t(bytes[at]));
        else
            row.text += QString::fromUtf8(bytes.sliced(at, length));
        if (length == 2 || length == 3)
            row.text.back() = signOf(row.text.back().unicode());
        row.offsets.resize(std::size_t(row.text.size()), int(at));
        at += std::max<qsizetype>(length, 1);
    }
    row.offsets.push_back(int(at));
    return row;
}

QList<TextSpan> jsonSpans(QStringView row, bool beginsInString)
{
    QList<TextSpan> spans;
    qsizetype at = 0;
    bool inString = beginsInString;
    while (at < row.size()) {
        const qsizetype start = at;
        if (inString || row[at] == QLatin1Char('"')) {
            at = endOfString(row, inString ? at : at + 1);
            inString = false;
            const bool isKey = isFollowedByColon(row, at);
            spans.append({start, at - start, isKey ? TextSpan::Kind::Key : TextSpan::Kind::String});
        } else if (isWordPart(row[at])) {
            while (at < row.size() && isWordPart(row[at]))
                ++at;
            const bool isNumber = row[start].isDigit() || row[start] == QLatin1Char('-');
            spans.append({start, at - start, isNumber ? TextSpan::Kind::Number : TextSpan::Kind::Word});
        } else {
            ++at;
        }
    }
    return spans;
}

namespace {

// The attributes of a tag, from behind its name to its end.
void addAttributes(QStringView row, qsizetype at, qsizetype end, QList<TextSpan> &spans)
{
    while (at < end) {
        const QChar c = row[at];
        const qsizetype start = at;
        if (c == QLatin1Char('"') || c == QLatin1Char('\'')) {
            const qsizetype close = row.indexOf(c, at + 1);
            at = close < 0 || close >= end ? end : close + 1;
            spans.append({start, at - start, TextSpan::Kind::String});
        } else if (c.isLetterOrNumber()) {
            while (at < end && (row[at].isLetterOrNumber() || QStringView(u"-_:.").contains(row[at])))
                ++at;
            spans.append({start, at - start, TextSpan::Kind::Number});
        } else {
            ++at;
        }
    }
}

} // namespace

QList<TextSpan> markupSpans(QStringView row)
{
    QList<TextSpan> spans;
    qsizetype at = 0;
    while (at < row.size()) {
        const qsizetype start = at;
        if (row[at] == QLatin1Char('&')) {
            const qsizetype end = row.indexOf(QLatin1Char(';'), at);
            at = end < 0 || end - at > 12 ? at + 1 : end + 1;
            if (at > start + 1)
                spans.append({start, at - start, TextSpan::Kind::Word});
        } else if (row[at] == QLatin1Char('<')) {
            const qsizetype close = row.indexOf(QLatin1Char('>'), at);
            const qsizetype end = close < 0 ? row.size() : close;
            while (at < end && !row[at].isSpace())
                ++at;
            spans.append({start, at - start, TextSpan::Kind::Key});
            addAttributes(row, at, end, spans);
            if (close >= 0)
                spans.append({close, 1, TextSpan::Kind::Key});
            at = close < 0 ? end : end + 1;
        } else {
            ++at;
        }
    }
    return spans;
}

} // namespace actionscope::ui
