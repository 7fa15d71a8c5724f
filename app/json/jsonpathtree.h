// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <optional>
#include <variant>
#include <vector>

// A path query as it was read, for the parser that makes it and the evaluator that walks it.
namespace actionscope::json::path {

struct Segment;
struct Expression;

struct Query
{
    bool isFromCurrent = false; // begins with @ instead of $
    std::vector<Segment> segments;

    // Leads to at most one value, as a comparison needs.
    [[nodiscard]] bool isSingular() const;
};

struct NameSelector
{
    QString name;
};

struct WildcardSelector
{
};

struct IndexSelector
{
    qint64 index = 0;
};

struct SliceSelector
{
    std::optional<qint64> start;
    std::optional<qint64> end;
    qint64 step = 1;
};

struct FilterSelector
{
    std::shared_ptr<const Expression> condition;
};

using Selector = std::variant<NameSelector, WildcardSelector, IndexSelector, SliceSelector, FilterSelector>;

struct Segment
{
    bool isDescendant = false;
    std::vector<Selector> selectors;
};

enum class Function { Length, Count, Match, Search, Value };

// One node of a filter's condition.
struct Expression
{
    enum class Kind {
        Or,
        And,
        Not,
        Equal,
        NotEqual,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Literal,
        Path,
        Call
    };

    Kind kind = Kind::Literal;
    std::vector<Expression> operands = {};
    Document literal = {}; // one JSON value
    Query query = {};
    Function function = Function::Length;
};

inline bool Query::isSingular() const
{
    for (const Segment &segment : segments) {
        if (segment.isDescendant || segment.selectors.size() != 1)
            return false;
        const Selector &selector = segment.selectors.front();
        if (!std::holds_alternative<NameSelector>(selector)
            && !std::holds_alternative<IndexSelector>(selector))
            return false;
    }
    return true;
}

} // namespace actionscope::json::path
