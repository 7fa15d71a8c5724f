// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/csvreader.h"

#include "app/base/tr.h"

namespace actionscope::runner {

CsvReader::CsvReader(const QByteArray &bytes, char separator, qsizetype from)
    : m_bytes(bytes)
    , m_separator(separator)
    , m_at(from)
{
    if (from == 0 && bytes.startsWith("\xEF\xBB\xBF"))
        m_at = 3;
}

bool CsvReader::next(QByteArrayList &fields)
{
    fields.clear();
    while (skipLineEnd()) { } // blank lines
    if (m_at >= m_bytes.size() || !m_trouble.isEmpty())
        return false;
    m_recordAt = m_at;
    m_recordLine = m_line;
    for (;;) {
        QByteArray field;
        if (!readField(field))
            return false;
        fields.append(field);
        if (m_at >= m_bytes.size() || skipLineEnd())
            return true;
        ++m_at; // the separator
    }
}

bool CsvReader::readField(QByteArray &field)
{
    if (m_at < m_bytes.size() && m_bytes[m_at] == '"')
        return readQuoted(field);
    const qsizetype begin = m_at;
    while (m_at < m_bytes.size() && m_bytes[m_at] != m_separator && !isAtLineEnd()) {
        if (m_bytes[m_at] == '"') {
            m_trouble = Tr::tr("a quote stands in the middle of a field; a field with quotes is quoted as a whole");
            return false;
        }
        ++m_at;
    }
    field = m_bytes.sliced(begin, m_at - begin);
    return true;
}

bool CsvReader::readQuoted(QByteArray &field)
{
    const qsizetype openedAt = m_line;
    for (++m_at; m_at < m_bytes.size(); ++m_at) {
        const char c = m_bytes[m_at];
        if (c == '\n' || (c == '\r' && m_bytes.mid(m_at + 1, 1) != "\n"))
            ++m_line;
        if (c != '"') {
            field += c;
        } else if (m_bytes.mid(m_at + 1, 1) == "\"") {
            field += '"';
            ++m_at;
        } else {
            ++m_at;
            if (m_at >= m_bytes.size() || m_bytes[m_at] == m_separator || isAtLineEnd())
                return true;
            m_trouble = Tr::tr("something stands behind a closing quote");
            return false;
        }
    }
    m_trouble = Tr::tr("the quote that opens in line %1 is never closed").arg(openedAt);
    return false;
}

bool CsvReader::isAtLineEnd() const
{
    return m_at < m_bytes.size() && (m_bytes[m_at] == '\n' || m_bytes[m_at] == '\r');
}

bool CsvReader::skipLineEnd()
{
    if (!isAtLineEnd())
        return false;
    const bool isPair = m_bytes[m_at] == '\r' && m_at + 1 < m_bytes.size() && m_bytes[m_at + 1] == '\n';
    m_at += isPair ? 2 : 1;
    ++m_line;
    return true;
}

} // namespace actionscope::runner
