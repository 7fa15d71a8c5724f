// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace actionscope::models {

// A text cut into rows. A row is a line, or a piece of a line that is longer than anybody reads, so that
// every row is short whatever the bytes are. Offsets are bytes; what lies beyond 4 GiB is not cut. Cheap to
// copy (shared).
class LineIndex final
{
public:
    static constexpr qsizetype longestRow = 1024;

    LineIndex() = default;
    // One pass; for large texts a matter for a worker thread. What stands before `from` is not part of it.
    explicit LineIndex(const QByteArray &text, qsizetype from = 0);

    [[nodiscard]] const QByteArray &text() const { return m_text; }
    [[nodiscard]] qsizetype rowCount() const { return m_begins.size(); }
    [[nodiscard]] qsizetype begin(qsizetype row) const { return m_begins.at(row); }
    // The bytes of a row without its line break.
    [[nodiscard]] QByteArrayView bytes(qsizetype row) const;
    [[nodiscard]] qsizetype rowAt(qsizetype offset) const;
    // Bytes of the widest row.
    [[nodiscard]] qsizetype widestRow() const { return m_widest; }

    [[nodiscard]] bool isContinuation(qsizetype row) const;
    // Counted from 1; every row of a line has the line's number.
    [[nodiscard]] qsizetype lineNumber(qsizetype row) const;
    [[nodiscard]] qsizetype lineCount() const { return rowCount() - m_continuations.size(); }
    // Whether the row begins inside a JSON string that an earlier row of its line began.
    [[nodiscard]] bool beginsInString(qsizetype row) const;

private:
    struct Continuation
    {
        quint32 row;
        bool inString;
    };
    void addLine(qsizetype begin, qsizetype end);
    void addPieces(qsizetype begin, qsizetype end);
    [[nodiscard]] QList<Continuation>::const_iterator continuationFrom(qsizetype row) const;

    QByteArray m_text;
    QList<quint32> m_begins;
    QList<Continuation> m_continuations; // by row
    qsizetype m_widest = 0;
};

} // namespace actionscope::models
