// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <QByteArrayList>

namespace actionscope::runner {

// Reads a table by RFC 4180 record by record: fields in quotes may hold separators, doubled quotes and line breaks; lines
// end in CR LF, LF or CR. A byte order mark and blank lines are passed over.
class CsvReader final
{
public:
    explicit CsvReader(const QByteArray &bytes, char separator = ',', qsizetype from = 0);

    // The next record; false at the end or at a fault, see trouble().
    bool next(QByteArrayList &fields);
    [[nodiscard]] QString trouble() const { return m_trouble; } // without the place
    // Where the record that next() read begins: its line, from 1, and its first byte.
    [[nodiscard]] qsizetype line() const { return m_recordLine; }
    [[nodiscard]] qsizetype offset() const { return m_recordAt; }

private:
    bool readField(QByteArray &field);
    bool readQuoted(QByteArray &field);
    bool skipLineEnd();
    [[nodiscard]] bool isAtLineEnd() const;

    QByteArray m_bytes;
    char m_separator;
    qsizetype m_at = 0;
    qsizetype m_line = 1;
    qsizetype m_recordAt = 0;
    qsizetype m_recordLine = 1;
    QString m_trouble;
};

} // namespace actionscope::runner
