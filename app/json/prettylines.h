// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <vector>

namespace actionscope::json {

// One row of a document as it would be pretty-printed. A row is a line, or a piece of a line that is longer than
// anybody reads.
struct PrettyRow
{
    // A stretch of the row that stands in the document, too; the rest is white space and commas.
    struct Part
    {
        qsizetype column = 0; // bytes from the row's beginning
        qsizetype offset = 0; // bytes from the document's
        qsizetype length = 0;
    };

    QByteArray text; // without a line break
    std::vector<Part> parts;
    quint32 node = 0; // the value whose line this is, or that closes here
    bool isContinuation = false;
    bool beginsInString = false;
    bool opens = false; // a container whose children follow
    bool closes = false;
};

// The pretty text of a document that is never made: rows come from the index when they are asked for. What follows
// the first error of a broken document is not part of it; it begins at Index::readEnd.
class PrettyLines final
{
public:
    static constexpr qsizetype longestRow = 1024; // bytes, the indent aside
    static constexpr int indentWidth = 2;
    static constexpr int deepestIndent = 100; // levels; what lies deeper stands below each other

    PrettyLines() = default;
    // One pass over the index; for large documents a matter for a worker thread.
    explicit PrettyLines(const Document &document);

    [[nodiscard]] const std::shared_ptr<const Index> &index() const { return m_index; }
    [[nodiscard]] qsizetype rowCount() const { return m_rowCount; }
    [[nodiscard]] qsizetype lineCount() const;
    [[nodiscard]] qsizetype widestRow() const { return m_widest; } // bytes
    [[nodiscard]] PrettyRow row(qsizetype row) const;
    [[nodiscard]] qsizetype lineNumber(qsizetype row) const; // from 1; all rows of a line have it
    [[nodiscard]] qsizetype rowOfLine(qsizetype line) const;
    // Where the byte at `offset` of the document stands; bytes that no row shows go to the row before them.
    [[nodiscard]] qsizetype rowAt(qsizetype offset) const;
    // The row that closes the container which opens at `row`, else `row` itself.
    [[nodiscard]] qsizetype closingRow(qsizetype row) const;

    // Stands on one row and can go on to the next.
    class Walk;
    [[nodiscard]] PrettyRow rowAt(const Walk &walk) const;
    [[nodiscard]] Walk walkFrom(qsizetype row) const;

private:
    [[nodiscard]] Walk walkToNode(quint32 node) const;
    [[nodiscard]] Walk walkToEnd(quint32 container) const;
    [[nodiscard]] bool isLast(const Walk &walk) const;
    struct Line;
    [[nodiscard]] Line lineOf(const Walk &walk) const;

    struct LongLine
    {
        qsizetype row; // its first
        qsizetype pieces;
        qsizetype extraBefore; // rows before it that begin no line
    };

    Document m_document;
    std::shared_ptr<const Index> m_index;
    std::vector<Walk> m_marks; // every 128th row
    std::vector<LongLine> m_longLines;
    qsizetype m_rowCount = 0;
    qsizetype m_widest = 0;
};

class PrettyLines::Walk final
{
public:
    Walk() = default;
    explicit Walk(const Index &index);
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; }
    void next(const Index &index);
    // Bytes of the line, the indent and the comma aside.
    [[nodiscard]] qsizetype lineLength(const Index &index) const;
    [[nodiscard]] quint32 pieces(const Index &index) const;
    [[nodiscard]] bool opens(const Index &index) const;

    quint32 row = 0;
    quint32 node = 0; // the value of the line; when closing, the last one inside
    quint32 container = Span::none; // around the line; when closing, the one that closes
    quint32 piece = 0;
    quint32 depth = 0;
    bool isClosing = false;

private:
    void enter(const Index &index, quint32 from);

    bool m_isAtEnd = true;
};

} // namespace actionscope::json
