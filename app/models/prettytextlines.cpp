// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/prettytextlines.h"

namespace actionscope::models {

PrettyTextLines::PrettyTextLines(const json::Document &document)
    : m_lines(document)
{
    const auto index = document.index();
    if (!index || !index->error)
        return;
    const QByteArray &bytes = index->bytes;
    m_restFrom = index->readEnd;
    if (bytes.sliced(m_restFrom).trimmed().isEmpty())
        return;
    while (QByteArrayView(" \t\r\n").contains(bytes[m_restFrom]))
        ++m_restFrom;
    m_rest = std::make_unique<PlainLines>(bytes, TextRow::Language::Json, m_restFrom, m_lines.lineCount());
}

qsizetype PrettyTextLines::rowCount() const { return m_lines.rowCount() + (m_rest ? m_rest->rowCount() : 0); }

TextRow PrettyTextLines::row(qsizetype row) const
{
    if (row >= m_lines.rowCount())
        return m_rest ? m_rest->row(row - m_lines.rowCount()) : TextRow();
    json::PrettyRow pretty = m_lines.row(row);
    TextRow shown;
    shown.bytes = std::move(pretty.text);
    shown.parts = std::move(pretty.parts);
    shown.language = TextRow::Language::Json;
    shown.isContinuation = pretty.isContinuation;
    shown.beginsInString = pretty.beginsInString;
    shown.opens = pretty.opens;
    return shown;
}

qsizetype PrettyTextLines::widestRow() const
{
    return std::max(m_lines.widestRow(), m_rest ? m_rest->widestRow() : 0);
}

qsizetype PrettyTextLines::lineNumber(qsizetype row) const
{
    return row < m_lines.rowCount() || !m_rest ? m_lines.lineNumber(row)
                                               : m_rest->lineNumber(row - m_lines.rowCount());
}

qsizetype PrettyTextLines::rowAt(qsizetype offset) const
{
    return m_rest && offset >= m_restFrom ? m_lines.rowCount() + m_rest->rowAt(offset)
                                          : m_lines.rowAt(offset);
}

qsizetype PrettyTextLines::closingRow(qsizetype row) const
{
    return row < m_lines.rowCount() ? m_lines.closingRow(row) : row;
}

// One walk instead of a search for each row.
QByteArray PrettyTextLines::textBetween(const TextPlace &from, const TextPlace &to) const
{
    QByteArray text;
    auto walk = m_lines.walkFrom(from.row);
    const auto index = m_lines.index();
    for (; !walk.isAtEnd() && qsizetype(walk.row) <= to.row; walk.next(*index)) {
        const json::PrettyRow shown = m_lines.rowAt(walk);
        const bool isFirst = qsizetype(walk.row) == from.row;
        if (!isFirst && !shown.isContinuation)
            text += '\n';
        const qsizetype first = isFirst ? std::min(from.column, shown.text.size()) : 0;
        const qsizetype last
            = qsizetype(walk.row) == to.row ? std::min(to.column, shown.text.size()) : shown.text.size();
        text += QByteArrayView(shown.text).sliced(first, std::max<qsizetype>(last - first, 0));
    }
    if (m_rest && to.row >= m_lines.rowCount()) {
        const bool startsThere = from.row >= m_lines.rowCount();
        if (!startsThere && m_lines.rowCount() > 0)
            text += '\n';
        text += m_rest->textBetween(
            startsThere ? TextPlace {from.row - m_lines.rowCount(), from.column} : TextPlace(),
            {to.row - m_lines.rowCount(), to.column});
    }
    return text;
}

} // namespace actionscope::models
