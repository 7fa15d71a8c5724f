// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/json/document.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace actionscope::exchange {

// A table as its writer sees it. `read` gives the cells of a row, one per title; an invalid one is missing.
struct TableSource
{
    QStringList titles;
    qsizetype firstRow = 0;
    qsizetype rowCount = 0;
    std::function<void(qsizetype row, std::vector<json::Value> &cells)> read;
};

// Both by RFC 4180: a field with the separator, a quote or a line break stands in quotes, quotes are doubled, lines
// end in CR LF. Texts are written without their JSON escapes, everything else as it was sent; null is the word null, a
// missing value nothing at all, an empty text a pair of quotes. No text is altered to please a spreadsheet, so one that
// begins with = + - or @ is a formula to it.
enum class TableFormat { Csv, Tsv };

// Both read the whole table and belong on another thread; `watch` may be null and counts rows.

// One text, without titles where the source has none. Fails where it would pass `limit` bytes, or was stopped.
[[nodiscard]] Result<QByteArray> tableText(
    const TableSource &source, TableFormat format, qsizetype limit, json::ParseWatch *watch);
// A file, whole or not at all; false when it was stopped.
[[nodiscard]] Result<bool> writeTable(
    const QString &path, const TableSource &source, TableFormat format, json::ParseWatch *watch);

} // namespace actionscope::exchange
