// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/textlines.h"

#include <algorithm>

namespace actionscope::models {

qsizetype TextRow::columnOf(qsizetype offset) const
{
    for (const Part &part : parts) {
        if (offset < part.offset + part.length)
            return part.column + std::max<qsizetype>(offset - part.offset, 0);
    }
    return parts.empty() ? 0 : parts.back().column + parts.back().length;
}

qsizetype TextRow::offsetAt(qsizetype column) const
{
    for (const Part &part : parts) {
        if (column < part.column + part.length)
            return part.offset + std::max<qsizetype>(column - part.column, 0);
    }
    return parts.empty() ? 0 : parts.back().offset + parts.back().length;
}

TextLines::~TextLines() = default;

QByteArray TextLines::textBetween(const TextPlace &from, const TextPlace &to) const
{
    QByteArray text;
    for (qsizetype at = from.row; at <= std::min(to.row, rowCount() - 1); ++at) {
        const TextRow shown = row(at);
        if (at > from.row && !shown.isContinuation)
            text += '\n';
        const qsizetype first = at == from.row ? std::min(from.column, shown.bytes.size()) : 0;
        const qsizetype last = at == to.row ? std::min(to.column, shown.bytes.size()) : shown.bytes.size();
        text += QByteArrayView(shown.bytes).sliced(first, std::max<qsizetype>(last - first, 0));
    }
    return text;
}

qsizetype TextLines::rowOfLine(qsizetype line) const
{
    qsizetype low = 0;
    qsizetype high = std::max<qsizetype>(rowCount() - 1, 0);
    while (low < high) {
        const qsizetype middle = low + (high - low) / 2;
        if (lineNumber(middle) < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

TextPlace TextLines::placeOf(qsizetype offset) const
{
    if (rowCount() == 0)
        return {};
    const qsizetype at = std::clamp<qsizetype>(rowAt(offset), 0, rowCount() - 1);
    return {at, row(at).columnOf(offset)};
}

TextPlace TextLines::end() const
{
    return rowCount() > 0 ? TextPlace {rowCount() - 1, row(rowCount() - 1).bytes.size()} : TextPlace();
}

} // namespace actionscope::models
