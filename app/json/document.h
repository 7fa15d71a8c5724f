// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/index.h"

#include <QByteArrayView>

#include <atomic>
#include <memory>

namespace actionscope::json {

// A place a person can find: both 1-based, the column in characters, not bytes.
struct Place
{
    int line = 1;
    int column = 1;

    bool operator==(const Place &) const = default;
};

[[nodiscard]] Place placeOf(QByteArrayView bytes, qsizetype offset);

// A light handle on one value of a document. Valid as long as a Document that holds the index lives.
class Value final
{
public:
    Value() = default;

    [[nodiscard]] bool isValid() const { return m_index != nullptr; }
    [[nodiscard]] Type type() const;
    [[nodiscard]] bool isNull() const { return isValid() && type() == Type::Null; }
    [[nodiscard]] bool isBool() const { return isValid() && (type() == Type::True || type() == Type::False); }
    [[nodiscard]] bool isNumber() const { return isValid() && type() == Type::Number; }
    [[nodiscard]] bool isString() const { return isValid() && type() == Type::String; }
    [[nodiscard]] bool isArray() const { return isValid() && type() == Type::Array; }
    [[nodiscard]] bool isObject() const { return isValid() && type() == Type::Object; }
    [[nodiscard]] bool isContainer() const { return isArray() || isObject(); }

    // The exact bytes of this value, as they were received or typed; a view into the document.
    [[nodiscard]] QByteArrayView raw() const;
    [[nodiscard]] qsizetype begin() const;
    // Items of an array or members of an object, duplicates counted; 0 for anything else.
    [[nodiscard]] qsizetype count() const;
    // A string with its escapes undone, else an empty string. A lone surrogate stays one.
    [[nodiscard]] QString toString() const;
    // A number that is an integer within qint64, in any spelling without fraction or exponent.
    [[nodiscard]] std::optional<qint64> toInteger() const;
    [[nodiscard]] std::optional<bool> toBool() const;

    // The member name this value was reached under; invalid unless it is an object's member.
    [[nodiscard]] bool hasKey() const { return m_index && m_node > 0 && m_index->nodes[m_node - 1].isKey(); }
    [[nodiscard]] QString key() const;
    [[nodiscard]] QByteArrayView rawKey() const;

    // Walking: first child, then siblings. Invalid at the end.
    [[nodiscard]] Value firstChild() const;
    [[nodiscard]] Value nextSibling() const;
    // O(position): fine for small things, walk for large ones.
    [[nodiscard]] Value at(qsizetype position) const;
    // The last member of that name, as most readers take it; invalid when absent or not an object.
    [[nodiscard]] Value member(QStringView name) const;

    // The container that holds this value; invalid for the root.
    [[nodiscard]] Value parent() const;
    // Position in the index; equal handles have equal positions.
    [[nodiscard]] quint32 node() const { return m_node; }
    bool operator==(const Value &) const = default;

private:
    friend class Document;
    Value(const Index *index, quint32 node, quint32 parent)
        : m_index(index)
        , m_node(node)
        , m_parent(parent)
    {
    }
    [[nodiscard]] const Node &self() const { return m_index->nodes[m_node]; }
    [[nodiscard]] Value childAt(quint32 node) const;

    const Index *m_index = nullptr;
    quint32 m_node = 0;
    quint32 m_parent = Span::none; // the span of the container around it
};

// Shared with the thread that reads a large text: how far it is, and the wish to stop.
struct ParseWatch
{
    std::atomic<qsizetype> position = 0; // bytes read
    std::atomic_bool isCancelled = false;
};

// JSON over its original bytes: an index that says where each value begins and ends, nothing is converted.
// Cheap to copy (shared). Parsing is iterative, so depth costs no C stack.
class Document final
{
public:
    static constexpr int maximumDepth = 10000;

    Document() = default;
    // Never fails: what could be read before the first error is there, and error() says where it stopped.
    // A leading UTF-8 byte order mark is passed over. At most 4 GiB.
    // Cancelled through `watch`, it ends with an error like any other text that is only read in part.
    [[nodiscard]] static Document parse(const QByteArray &bytes);
    [[nodiscard]] static Document parse(const QByteArray &bytes, ParseWatch *watch);

    [[nodiscard]] bool isEmpty() const { return !m_index || m_index->nodes.isEmpty(); }
    [[nodiscard]] bool isValid() const { return m_index && !m_index->error && !m_index->nodes.isEmpty(); }
    [[nodiscard]] std::optional<ParseError> error() const;
    [[nodiscard]] Value root() const &;
    // A value of a document that is gone at the end of the line would dangle.
    Value root() const && = delete;
    // The value at a position of the index, which must be one that Value::node() gave.
    [[nodiscard]] Value value(quint32 node) const;
    // The innermost value whose bytes, or whose member name, hold this offset; else the container around it.
    [[nodiscard]] Value valueAt(qsizetype offset) const;
    [[nodiscard]] QByteArray bytes() const { return m_index ? m_index->bytes : QByteArray(); }
    [[nodiscard]] qsizetype nodeCount() const { return m_index ? qsizetype(m_index->nodes.size()) : 0; }
    // For views that walk the text in its order; null for a default document.
    [[nodiscard]] std::shared_ptr<const Index> index() const { return m_index; }

private:
    std::shared_ptr<const Index> m_index;
};

// Undoes the escapes between the quotes of `raw`, which includes them.
[[nodiscard]] QString decodedString(QByteArrayView raw);

} // namespace actionscope::json
