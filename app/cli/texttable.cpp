// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/texttable.h"

#include <algorithm>
#include <array>

namespace actionscope::cli {

namespace {

constexpr int gap = 2; // between columns
constexpr int leastLast = 12; // places for the last column; a narrower terminal wraps

// Chinese, Japanese, Korean and pictures take two places.
bool isWide(char32_t c)
{
    static constexpr std::array<std::pair<char32_t, char32_t>, 8> ranges {{
        {0x1100, 0x115F},
        {0x2E80, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0x1F300, 0x1FAFF},
        {0x20000, 0x3FFFD},
    }};
    return std::any_of(
        ranges.cbegin(), ranges.cend(), [c](const auto &range) { return c >= range.first && c <= range.second; });
}

int widthOf(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing)
        return 0;
    return isWide(c) ? 2 : 1;
}

QString cutTo(const QString &text, int width)
{
    if (displayWidth(text) <= width)
        return text;
    QString cut;
    int used = 1; // for the dots
    const QList<uint> letters = text.toUcs4();
    for (const uint letter : letters) {
        used += widthOf(letter);
        if (used > width)
            break;
        cut += QString::fromUcs4(reinterpret_cast<const char32_t *>(&letter), 1);
    }
    return cut + QChar(0x2026);
}

const char *sequenceOf(TextTable::Tone tone)
{
    switch (tone) {
    case TextTable::Tone::Strong:
        return "\033[1m";
    case TextTable::Tone::Faint:
        return "\033[2m";
    case TextTable::Tone::Warning:
        return "\033[33m";
    case TextTable::Tone::Bad:
        return "\033[31m";
    case TextTable::Tone::Plain:
        break;
    }
    return nullptr;
}

} // namespace

int displayWidth(const QString &text)
{
    int width = 0;
    const QList<uint> letters = text.toUcs4();
    for (const uint letter : letters)
        width += widthOf(letter);
    return width;
}

QByteArray painted(const QString &text, TextTable::Tone tone, const Console::Looks &looks)
{
    const char *sequence = looks.isColored && !text.isEmpty() ? sequenceOf(tone) : nullptr;
    return sequence ? sequence + text.toUtf8() + "\033[0m" : text.toUtf8();
}

TextTable::TextTable(const QStringList &titles, Titles when)
    : m_titles(titles)
    , m_when(when)
{
}

void TextTable::addRow(const QList<Cell> &cells)
{
    QList<Cell> clean = cells;
    for (Cell &cell : clean)
        cell.text = withoutControls(cell.text).simplified();
    m_rows.append(clean);
}

QByteArray TextTable::text(const Console::Looks &looks) const
{
    QList<int> widths(m_titles.size(), 0); // 0: empty in every row, and left out
    for (const QList<Cell> &row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], displayWidth(row[i].text));
    }
    QByteArray text;
    if ((m_when == Titles::Always || looks.columns > 0) && !m_rows.isEmpty()) {
        QList<Cell> titles;
        for (qsizetype i = 0; i < m_titles.size(); ++i) {
            titles.append({m_titles[i], Tone::Faint});
            if (widths[i] > 0)
                widths[i] = std::max(widths[i], displayWidth(m_titles[i]));
        }
        text += line(titles, widths, looks);
    }
    for (const QList<Cell> &row : m_rows)
        text += line(row, widths, looks);
    return text;
}

QByteArray TextTable::line(const QList<Cell> &cells, const QList<int> &widths, const Console::Looks &looks) const
{
    QByteArray line;
    int used = 0;
    int owed = 0; // blanks before the next text; none at the end of a line
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (widths[i] == 0)
            continue;
        QString text = cells[i].text;
        const int left = looks.columns - used - owed;
        if (i == cells.size() - 1 && looks.columns > 0)
            text = cutTo(text, std::max(left, leastLast));
        const int width = displayWidth(text);
        if (width > 0) {
            line += QByteArray(owed, ' ') + painted(text, cells[i].tone, looks);
            used += owed + width;
            owed = 0;
        }
        owed += widths[i] - width + gap;
    }
    return line + '\n';
}

} // namespace actionscope::cli
