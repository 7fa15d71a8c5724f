// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/flatbuffer.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace actionscope::json {

enum class Type : quint8 { Null, False, True, Number, String, Array, Object };

// Where and why a text stopped being JSON. `offset` is in bytes from the start.
struct ParseError
{
    qsizetype offset = 0;
    QString reason;

    bool operator==(const ParseError &) const = default;
};

// One entry of the index, in the order of the text: a value, or the name of the member that follows. 8 bytes.
struct Node
{
    static constexpr quint32 typeMask = 7;
    static constexpr quint32 keyType = 7; // beyond the types of values
    static constexpr quint32 spanFlag = 8;
    static constexpr int shift = 4;
    static constexpr quint32 longest = 0xFFFFFFFFU >> shift;

    quint32 begin = 0; // first byte
    // Type in three bits; above the flag the length in bytes or, where the flag is set, the place in `spans`.
    quint32 word = 0;

    [[nodiscard]] bool isKey() const { return (word & typeMask) == keyType; }
    [[nodiscard]] Type type() const { return Type(word & typeMask); }
    [[nodiscard]] bool hasSpan() const { return (word & spanFlag) != 0; }
    [[nodiscard]] quint32 rest() const { return word >> shift; }
};

// What a node has no room for: containers that are not empty, and texts of 256 MiB and more. 20 bytes.
struct Span
{
    static constexpr quint32 none = 0xFFFFFFFFU;

    quint32 node = 0; // whose it is
    quint32 end = 0; // one past the last byte
    quint32 next = 0; // first node after the subtree
    quint32 count = 0; // items or members
    quint32 parent = none; // the span of the container around it
};

// Where every value of a text begins and ends; nothing is converted.
struct Index
{
    QByteArray bytes;
    FlatBuffer<Node> nodes;
    FlatBuffer<Span> spans; // by node
    std::vector<quint32> unclosed; // spans that the text does not close, outermost first
    qsizetype readEnd = 0; // one past the last thing that is in the index
    std::optional<ParseError> error;

    [[nodiscard]] quint32 end(quint32 node) const
    {
        const Node &self = nodes[node];
        return self.hasSpan() ? spans[self.rest()].end : self.begin + self.rest();
    }
    [[nodiscard]] quint32 next(quint32 node) const
    {
        const Node &self = nodes[node];
        return self.hasSpan() ? spans[self.rest()].next : node + 1;
    }
    // The span of the innermost container around a node.
    [[nodiscard]] quint32 containerOf(quint32 node) const;
    // The last node, of any kind, that begins at the offset or before it.
    [[nodiscard]] std::optional<quint32> lastNodeBefore(qsizetype offset) const;
    [[nodiscard]] qsizetype byteCount() const
    {
        return qsizetype(nodes.size()) * qsizetype(sizeof(Node)) + qsizetype(spans.size()) * qsizetype(sizeof(Span));
    }
};

} // namespace actionscope::json
