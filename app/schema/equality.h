// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <cstddef>

namespace actionscope::schema {

// Equal as JSON Schema means it: numbers by their digits (1 and 1.0 are one), strings by their characters, objects
// without regard to the order of their members. What is nested deeper than 200 levels counts as different.
[[nodiscard]] bool isEqual(const json::Value &left, const json::Value &right);
// The same for equal values.
[[nodiscard]] std::size_t hashOf(const json::Value &value);

// Where the first item stands that is equal to an earlier one; -1 where there is none.
[[nodiscard]] qsizetype firstRepeatedItem(const json::Value &array);

} // namespace actionscope::schema
