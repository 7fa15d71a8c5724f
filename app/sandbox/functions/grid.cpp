// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/function.h"

#include "app/json/writer.h"

#include <QRegularExpression>

#include <array>
#include <optional>

namespace actionscope::sandbox {

namespace {

using Arguments = QList<QByteArray>;
using Rows = QList<QList<QByteArray>>;

constexpr qint64 mostRows = 10000;
constexpr qint64 mostColumns = 702; // ZZ

struct Area
{
    qint64 top = 0;
    qint64 left = 0;
    qint64 bottom = mostRows - 1;
    qint64 right = mostColumns - 1;
};

qint64 columnOf(const QString &letters, qint64 standard)
{
    qint64 column = 0;
    for (const QChar c : letters.toUpper())
        column = column * 26 + (c.unicode() - u'A' + 1);
    return letters.isEmpty() ? standard : column - 1;
}

// "B2", "A1:C3", "A:C", "2:5", each perhaps after "Sheet!"; empty is everything.
std::optional<Area> areaOf(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(?:.*!(?=[^!]))?\\$?([A-Za-z]{0,2})\\$?(\\d{0,5})(?::\\$?([A-Za-z]{0,2})\\$?(\\d{0,5}))?$"));
    const auto match = pattern.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    Area area;
    const auto row = [&](int group, qint64 standard) {
        return match.captured(group).isEmpty() ? standard : match.captured(group).toLongLong() - 1;
    };
    area.left = columnOf(match.captured(1), 0);
    area.top = row(2, 0);
    const bool isOneCell = !match.captured(1).isEmpty() && !match.captured(2).isEmpty() && !text.contains(u':');
    area.right = isOneCell ? area.left : columnOf(match.captured(3), mostColumns - 1);
    area.bottom = isOneCell ? area.top : row(4, mostRows - 1);
    const bool isGood = area.top >= 0 && area.bottom < mostRows && area.top <= area.bottom && area.left <= area.right;
    return isGood ? std::optional(area) : std::nullopt;
}

Rows rowsOf(const QByteArray &json)
{
    Rows rows;
    for (const QByteArray &row : itemsOf(json))
        rows.append(itemsOf(row));
    return rows;
}

QByteArray gridOf(const Rows &rows)
{
    QList<QByteArray> lists;
    for (const auto &row : rows)
        lists.append(listOf(row));
    return listOf(lists);
}

// The cells of an area, without the empty ones at the ends, as spreadsheets answer.
QByteArray cells(const QByteArray &subject, const Arguments &arguments)
{
    const auto area = areaOf(textOf(arguments[0]));
    if (!area)
        return {};
    Rows cut;
    const Rows rows = rowsOf(subject);
    for (qint64 y = area->top; y <= area->bottom && y < rows.size(); ++y) {
        auto row = rows[y].mid(area->left, area->right - area->left + 1);
        while (!row.isEmpty() && row.last() == "\"\"")
            row.removeLast();
        cut.append(row);
    }
    while (!cut.isEmpty() && cut.last().isEmpty())
        cut.removeLast();
    return gridOf(cut);
}

// Writes rows from a cell on; the grid grows as it must.
QByteArray paste(const QByteArray &subject, const Arguments &arguments)
{
    const auto area = areaOf(textOf(arguments[0]));
    Rows rows = rowsOf(subject);
    const Rows values = rowsOf(arguments[1]);
    if (!area || area->top + values.size() > mostRows)
        return {};
    for (qsizetype y = 0; y < values.size(); ++y) {
        if (area->left + values[y].size() > mostColumns)
            return {};
        while (rows.size() <= area->top + y)
            rows.append(QList<QByteArray>());
        QList<QByteArray> &row = rows[area->top + y];
        while (row.size() < area->left + values[y].size())
            row.append("\"\"");
        for (qsizetype x = 0; x < values[y].size(); ++x) {
            if (values[y][x] != "null") // null leaves the cell as it is
                row[area->left + x] = values[y][x];
        }
    }
    return gridOf(rows);
}

// Below the last row that has something in it.
QByteArray below(const QByteArray &subject, const Arguments &)
{
    return "\"A" + QByteArray::number(rowsOf(subject).size() + 1) + '"';
}

QString lettersOf(qint64 column)
{
    const QString last(QChar(u'A' + int(column % 26)));
    return column < 26 ? last : QString(QChar(u'A' + int(column / 26) - 1)) + last;
}

// The address of values that begin at a cell: "B2:C3".
QByteArray address(const QByteArray &subject, const Arguments &arguments)
{
    const auto area = areaOf(textOf(arguments[0]));
    if (!area)
        return {};
    const Rows rows = rowsOf(subject);
    qsizetype width = 1;
    for (const auto &row : rows)
        width = qMax(width, row.size());
    const auto cell = [](qint64 column, qint64 row) { return lettersOf(column) + QString::number(row + 1); };
    return json::quoted(cell(area->left, area->top) + QLatin1Char(':')
        + cell(area->left + width - 1, area->top + qMax(qsizetype(1), rows.size()) - 1));
}

constexpr std::array table {
    Function {"cells", Subject::Needed, 1, 1, cells},
    Function {"paste", Subject::Needed, 2, 2, paste},
    Function {"nextCell", Subject::Needed, 0, 0, below},
    Function {"address", Subject::Needed, 1, 1, address},
};

} // namespace

std::span<const Function> gridFunctions()
{
    return table;
}

} // namespace actionscope::sandbox
