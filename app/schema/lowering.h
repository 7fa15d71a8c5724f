// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace actionscope::schema {

// The keyword of our own that stands in a lowered schema, and what it asks for.
enum class Check : char {
    Rules = 'r', // the rules on the value alone, of the schema at this place
    Null = 'n', // is null
    Array = 'a', // is an array
    // Never holds; tells that…
    Never = 'f', // …the schema is `false`
    Additional = 'm', // …the member is not among those that are allowed
    Item = 'i', // …the item is beyond those that are allowed
    AnyOf = 'y',
    OneOf = 'o',
    Not = 't',
    Contains = 'c',
};

inline constexpr char checkKeyword[] = "check";

struct LoweredSchema
{
    QByteArray text; // JSON Schema draft 7 in few words
    QStringList troubles; // sentences about what could not be taken over
};

// Writes a schema in the words that valijson understands safely: every $ref leads to a definition that is there, never
// in a circle; `nullable` is spelled out; rules on single values become {"check": "r POSITION"}, which a constraint of
// our own looks up in the original; and what may fail as a whole (anyOf, oneOf, not, contains) is written as a condition
// with such a check at its end, so that valijson collects every failure with its value and none of the tries.
[[nodiscard]] LoweredSchema lowered(const json::Value &schema, const json::Document &document);

// The schema beside null in an anyOf or oneOf that says "this or null"; invalid for any other.
[[nodiscard]] json::Value besideNull(const json::Value &choices);

} // namespace actionscope::schema
