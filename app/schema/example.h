// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/textedit.h"
#include "app/schema/schema.h"
#include "app/schema/validator.h"

namespace actionscope::schema {

enum class Extent { RequiredFields, AllFields };
// Which values an example is made of: those that the schema offers where they fit its own rules, or only made-up ones.
enum class Source { Offered, MadeUp };

// A value that fits one field, as JSON on one line. `position` tells the items of an array apart that must differ.
[[nodiscard]] QByteArray exampleValue(const Schema &schema, const Field &field, Extent extent,
    Source source = Source::Offered, qsizetype position = 0);

// An input that the schema accepts, indented by two blanks. What no value can be found for is left out.
[[nodiscard]] QByteArray exampleInput(const Schema &schema, const Validator &validator, Extent extent);

// What `input` lacks of such an input, as one edit: no value that is there changes, nor does its spelling. Nothing where
// nothing is missing, or the input is no object.
[[nodiscard]] std::optional<json::TextEdit> fillingIn(
    const json::Document &input, const Schema &schema, const Validator &validator, Extent extent);

// The one edit that turns a text into another: what both begin and end with stays.
[[nodiscard]] json::TextEdit editBetween(const QByteArray &before, const QByteArray &after);

} // namespace actionscope::schema
