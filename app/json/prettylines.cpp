// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/prettylines.h"

#include <algorithm>

namespace actionscope::json {

namespace {

constexpr quint32 rowsPerMark = 128;

// Moves a cut back to where it splits neither a character nor an escape.
qsizetype gentleCut(QByteArrayView text, qsizetype at)
{
    if (at <= 0 || at >= text.size())
        return at;
    qsizetype cut = at;
    while (cut > 0 && at - cut < 4 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U)
        --cut;
    qsizetype backslashes = 0;
    while (cut > backslashes && backslashes < 64 && text[cut - backslashes - 1] == '\\')
        ++backslashes;
    return cut - backslashes % 2;
}

} // namespace

// A line without its indent and comma, as up to three stretches of which two stand in the document.
struct PrettyLines::Line
{
    QByteArrayView key;
    QByteArrayView value;
    qsizetype keyOffset = 0;
    qsizetype valueOffset = 0;
    qsizetype closingOffset = -1; // of the bracket that closes an empty container on the same line

    [[nodiscard]] qsizetype valueColumn() const { return key.isEmpty() ? 0 : key.size() + 2; }
    [[nodiscard]] qsizetype length() const { return valueColumn() + value.size(); }
    // Where a piece of the line begins.
    [[nodiscard]] qsizetype cut(qsizetype piece) const
    {
        const qsizetype wanted = std::min(piece * longestRow, length());
        if (wanted < key.size())
            return gentleCut(key, wanted);
        return wanted <= valueColumn() ? wanted : valueColumn() + gentleCut(value, wanted - valueColumn());
    }
};

// Walking
// ----------------------------------------------------------------------------------------------------------------

PrettyLines::Walk::Walk(const Index &index)
    : m_isAtEnd(index.nodes.isEmpty())
{
}

bool PrettyLines::Walk::opens(const Index &index) const
{
    const Node &self = index.nodes[node];
    return !isClosing && self.hasSpan() && self.type() >= Type::Array;
}

qsizetype PrettyLines::Walk::lineLength(const Index &index) const
{
    if (isClosing)
        return 1;
    const Node &self = index.nodes[node];
    qsizetype length = 1;
    if (self.type() < Type::Array)
        length = index.end(node) - self.begin;
    else if (!self.hasSpan())
        length = 2;
    if (node > 0 && index.nodes[node - 1].isKey())
        length += index.end(node - 1) - index.nodes[node - 1].begin + 2;
    return length;
}

quint32 PrettyLines::Walk::pieces(const Index &index) const
{
    const qsizetype length = lineLength(index);
    return length <= longestRow ? 1 : quint32((length + longestRow - 1) / longestRow);
}

void PrettyLines::Walk::next(const Index &index)
{
    if (m_isAtEnd)
        return;
    ++row;
    if (!isClosing && ++piece < pieces(index))
        return;
    piece = 0;
    if (opens(index)) {
        container = index.nodes[node].rest();
        ++depth;
        enter(index, node + 1);
        return;
    }
    if (isClosing) {
        container = index.spans[container].parent;
        isClosing = false;
    }
    const quint32 after = node + 1;
    if (container == Span::none) {
        m_isAtEnd = true;
    } else if (index.spans[container].next != after) {
        enter(index, after);
    } else {
        isClosing = true;
        --depth;
        m_isAtEnd = std::binary_search(index.unclosed.begin(), index.unclosed.end(), container);
    }
}

void PrettyLines::Walk::enter(const Index &index, quint32 from)
{
    m_isAtEnd = from >= index.nodes.size();
    if (!m_isAtEnd)
        node = index.nodes[from].isKey() ? from + 1 : from;
}

// The rows
// ----------------------------------------------------------------------------------------------------------------

PrettyLines::PrettyLines(const Document &document)
    : m_document(document)
    , m_index(document.index())
{
    if (document.isEmpty())
        return;
    const Index &index = *m_index;
    m_marks.reserve(index.nodes.size() / rowsPerMark + 1);
    qsizetype extra = 0;
    Walk walk(index);
    for (; !walk.isAtEnd(); walk.next(index)) {
        if (walk.row % rowsPerMark == 0)
            m_marks.push_back(walk);
        if (walk.piece > 0)
            continue;
        const qsizetype length = walk.lineLength(index);
        const qsizetype indent = qsizetype(std::min<quint32>(walk.depth, deepestIndent)) * indentWidth;
        m_widest = std::max(m_widest, std::min(length, longestRow) + indent + 1);
        if (length > longestRow) {
            m_longLines.push_back({walk.row, walk.pieces(index), extra});
            extra += walk.pieces(index) - 1;
        }
    }
    m_rowCount = walk.row;
}

qsizetype PrettyLines::lineCount() const { return m_rowCount > 0 ? lineNumber(m_rowCount - 1) : 0; }

PrettyLines::Walk PrettyLines::walkFrom(qsizetype row) const
{
    if (m_marks.empty())
        return {};
    const std::size_t mark = std::min(std::size_t(std::max<qsizetype>(row, 0)) / rowsPerMark, m_marks.size() - 1);
    Walk walk = m_marks[mark];
    while (qsizetype(walk.row) < row && !walk.isAtEnd())
        walk.next(*m_index);
    return walk;
}

PrettyRow PrettyLines::row(qsizetype row) const { return rowAt(walkFrom(row)); }

// No comma stands after the last child of a container, nor after what the text broke off at.
bool PrettyLines::isLast(const Walk &walk) const
{
    const quint32 around = walk.isClosing ? m_index->spans[walk.container].parent : walk.container;
    const quint32 after = walk.isClosing ? m_index->spans[walk.container].next : walk.node + 1;
    return around == Span::none || m_index->spans[around].next == after;
}

PrettyLines::Line PrettyLines::lineOf(const Walk &walk) const
{
    const Index &index = *m_index;
    const QByteArrayView bytes = index.bytes;
    Line line;
    if (walk.isClosing) {
        line.valueOffset = index.spans[walk.container].end - 1;
        line.value = bytes.sliced(line.valueOffset, 1);
        return line;
    }
    if (walk.node > 0 && index.nodes[walk.node - 1].isKey()) {
        line.keyOffset = index.nodes[walk.node - 1].begin;
        line.key = bytes.sliced(line.keyOffset, index.end(walk.node - 1) - line.keyOffset);
    }
    const Node &self = index.nodes[walk.node];
    line.valueOffset = self.begin;
    if (self.type() < Type::Array) {
        line.value = bytes.sliced(self.begin, index.end(walk.node) - self.begin);
    } else if (self.hasSpan()) {
        line.value = bytes.sliced(self.begin, 1);
    } else { // white space between the brackets is not shown
        line.value = self.type() == Type::Array ? "[]" : "{}";
        line.closingOffset = qsizetype(index.end(walk.node)) - 1;
    }
    return line;
}

PrettyRow PrettyLines::rowAt(const Walk &walk) const
{
    PrettyRow row;
    if (walk.isAtEnd())
        return row;
    const Line line = lineOf(walk);
    const qsizetype from = line.cut(walk.piece);
    const qsizetype to = line.cut(walk.piece + 1);
    row.closes = walk.isClosing;
    row.opens = walk.opens(*m_index);
    row.node = walk.isClosing ? m_index->spans[walk.container].node : walk.node;
    row.isContinuation = walk.piece > 0;
    row.beginsInString = row.isContinuation && line.value.startsWith('"') && from > line.valueColumn();
    if (!row.isContinuation)
        row.text.fill(' ', qsizetype(std::min<quint32>(walk.depth, deepestIndent)) * indentWidth);
    const auto add = [&](QByteArrayView text, qsizetype column, qsizetype offset) {
        const qsizetype first = std::clamp<qsizetype>(from - column, 0, text.size());
        const qsizetype last = std::clamp<qsizetype>(to - column, 0, text.size());
        if (first == last)
            return;
        if (offset >= 0)
            row.parts.push_back({row.text.size(), offset + first, last - first});
        row.text += text.sliced(first, last - first);
    };
    if (!line.key.isEmpty()) {
        add(line.key, 0, line.keyOffset);
        add(": ", line.key.size(), -1);
    }
    if (line.closingOffset < 0) {
        add(line.value, line.valueColumn(), line.valueOffset);
    } else {
        add(line.value.first(1), line.valueColumn(), line.valueOffset);
        add(line.value.sliced(1), line.valueColumn() + 1, line.closingOffset);
    }
    if (to == line.length() && !row.opens && !isLast(walk))
        row.text += ',';
    return row;
}

qsizetype PrettyLines::lineNumber(qsizetype row) const
{
    const auto after = std::upper_bound(
        m_longLines.begin(), m_longLines.end(), row, [](qsizetype wanted, const LongLine &line) { return wanted < line.row; });
    if (after == m_longLines.begin())
        return row + 1;
    const LongLine &before = *std::prev(after);
    const bool isInside = row < before.row + before.pieces;
    return (isInside ? before.row : row - before.pieces + 1) - before.extraBefore + 1;
}

qsizetype PrettyLines::rowOfLine(qsizetype line) const
{
    qsizetype low = 0;
    qsizetype high = std::max<qsizetype>(m_rowCount - 1, 0);
    while (low < high) {
        const qsizetype middle = low + (high - low) / 2;
        if (lineNumber(middle) < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

PrettyLines::Walk PrettyLines::walkToNode(quint32 node) const
{
    const auto after
        = std::lower_bound(m_marks.begin(), m_marks.end(), node, [](const Walk &mark, quint32 wanted) { return mark.node < wanted; });
    Walk walk = after == m_marks.begin() ? m_marks.front() : *std::prev(after);
    while (walk.node < node && !walk.isAtEnd())
        walk.next(*m_index);
    return walk;
}

// From the last value inside: the row that closes the container, or the last one where it is not closed.
PrettyLines::Walk PrettyLines::walkToEnd(quint32 container) const
{
    Walk walk = walkToNode(m_index->spans[container].next - 1);
    for (Walk next = walk; !walk.isClosing || walk.container != container; walk = next) {
        next.next(*m_index);
        if (next.isAtEnd())
            break;
    }
    return walk;
}

qsizetype PrettyLines::rowAt(qsizetype offset) const
{
    const auto last = m_document.isEmpty() ? std::nullopt : m_index->lastNodeBefore(offset);
    if (!last)
        return 0;
    const bool isName = m_index->nodes[*last].isKey();
    const quint32 node = isName ? *last + 1 : *last;
    Walk walk = walkToNode(std::min(node, m_index->nodes.size() - 1));
    const Node &self = m_index->nodes[node];
    const bool opens = self.hasSpan() && self.type() >= Type::Array;
    const bool isInside = isName || opens || offset < qsizetype(m_index->end(node));
    if (isInside) {
        const Line line = lineOf(walk);
        const qsizetype column = isName ? offset - line.keyOffset : line.valueColumn() + offset - line.valueOffset;
        const qsizetype piece = std::min<qsizetype>(std::max<qsizetype>(column, 0) / longestRow, walk.pieces(*m_index) - 1);
        const bool isInNext = piece + 1 < walk.pieces(*m_index) && column >= line.cut(piece + 1);
        return walk.row + piece + (isInNext ? 1 : 0);
    }
    // Behind the value: one of the brackets that close after it, else still its last row.
    for (Walk next = walk; !next.isAtEnd() && next.node == node; next.next(*m_index)) {
        if (next.isClosing && offset < qsizetype(m_index->spans[next.container].end - 1))
            break;
        walk = next;
    }
    return walk.row;
}

qsizetype PrettyLines::closingRow(qsizetype row) const
{
    const Walk walk = walkFrom(row);
    if (walk.isAtEnd() || !walk.opens(*m_index))
        return row;
    return walkToEnd(m_index->nodes[walk.node].rest()).row;
}

} // namespace actionscope::json
