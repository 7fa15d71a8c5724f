// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/textedit.h"
#include "app/schema/field.h"

#include <QString>

#include <optional>

namespace actionscope::models {

// What a person types into a field, and what is sent for it.

// The JSON that `typed` stands for: text as a string, a number in the spelling it is typed in, anything else as the JSON
// it is. Nothing where it is none of these.
[[nodiscard]] std::optional<QByteArray> jsonOfTyped(const schema::Field &field, const QString &typed);
// The other way: a string without its escapes, anything else as it is spelled.
[[nodiscard]] QString typedOfJson(QByteArrayView json);
// What stands in a new item or a variant just chosen.
[[nodiscard]] QByteArray starterFor(const schema::Field &field);
// Why a value does not suit its field, as a sentence; empty when it does. Formats are only hinted at.
[[nodiscard]] QString problemOf(const schema::Field &field, const json::Value &value);
// "1 to 100", "at least 1", "at most 20 characters"; empty without bounds.
[[nodiscard]] QString boundsText(const schema::Field &field);

// The same edit without what it would write over itself.
[[nodiscard]] json::TextEdit narrowed(const json::TextEdit &edit, QByteArrayView text);

} // namespace actionscope::models
