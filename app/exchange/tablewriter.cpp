// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/tablewriter.h"

#include "app/base/atomicfile.h"
#include "app/base/tr.h"

#include <QIODevice>

#include <algorithm>

namespace actionscope::exchange {

namespace {

constexpr qsizetype pieceSize = qsizetype(1) << 20;
constexpr qsizetype rowsBetweenLooks = 256; // at the watch

char separatorOf(TableFormat format) { return format == TableFormat::Csv ? ',' : '\t'; }

void appendField(QByteArray &out, QByteArrayView text, char separator)
{
    const bool isSafe = std::none_of(
        text.begin(), text.end(), [=](char c) { return c == separator || c == '"' || c == '\n' || c == '\r'; });
    if (isSafe) {
        out.append(text);
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

void appendCell(QByteArray &out, const json::Value &value, char separator)
{
    if (!value.isValid())
        return;
    const QByteArrayView raw = value.raw();
    if (!value.isString())
        appendField(out, raw, separator);
    else if (raw.size() <= 2)
        out += "\"\"";
    else if (raw.contains('\\'))
        appendField(out, value.toString().toUtf8(), separator);
    else
        appendField(out, raw.sliced(1, raw.size() - 2), separator);
}

// Writes rows into `take`, about a piece at a time. False where the watch or `take` ended it.
template <typename Take>
bool writeRows(const TableSource &source, TableFormat format, json::ParseWatch *watch, Take take)
{
    const char separator = separatorOf(format);
    QByteArray out;
    for (qsizetype i = 0; i < source.titles.size(); ++i) {
        if (i > 0)
            out += separator;
        appendField(out, source.titles[i].toUtf8(), separator);
    }
    if (!source.titles.isEmpty())
        out += "\r\n";
    std::vector<json::Value> cells;
    for (qsizetype row = 0; row < source.rowCount; ++row) {
        if (watch && row % rowsBetweenLooks == 0) {
            watch->position = row;
            if (watch->isCancelled)
                return false;
        }
        source.read(source.firstRow + row, cells);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0)
                out += separator;
            appendCell(out, cells[i], separator);
        }
        out += "\r\n";
        if (out.size() >= pieceSize) {
            if (!take(out))
                return false;
            out.clear();
        }
    }
    return take(out);
}

} // namespace

Result<QByteArray> tableText(const TableSource &source, TableFormat format, qsizetype limit, json::ParseWatch *watch)
{
    QByteArray text;
    const bool isWhole = writeRows(source, format, watch, [&](const QByteArray &piece) {
        text += piece;
        return text.size() <= limit;
    });
    if (isWhole)
        return text;
    if (text.size() > limit)
        return failure(ErrorCode::InvalidInput, Tr::tr("The selection is too large for the clipboard."), {},
            Tr::tr("Export the table to a file instead."));
    return failure(ErrorCode::Unavailable, Tr::tr("Copying was cancelled."));
}

Result<bool> writeTable(const QString &path, const TableSource &source, TableFormat format, json::ParseWatch *watch)
{
    const auto written = writeFileAtomically(path, [&](QIODevice &file) {
        return writeRows(
            source, format, watch, [&](const QByteArray &piece) { return file.write(piece) == piece.size(); });
    });
    if (written)
        return true;
    if (watch && watch->isCancelled)
        return false;
    return Failure(written.error());
}

} // namespace actionscope::exchange
