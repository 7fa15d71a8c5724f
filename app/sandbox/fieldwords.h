// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/schema/field.h"

#include <QStringList>

namespace actionscope::sandbox {

// The words that introduce a field's value in a sentence, in lower case: its name in words, without what says
// its type (id, name, number), one or many, and what people say instead ("titled" for title).
[[nodiscard]] QStringList wordsFor(const schema::Field &field);

// What kind of thing a text field is for, by its format and the words of its name.
enum class FieldPurpose { Any, Email, Url, Date, Channel };
[[nodiscard]] FieldPurpose purposeOf(const schema::Field &field);

// Says how many things to answer with: limit, per_page, max_results, …
[[nodiscard]] bool isLimit(const schema::Field &field);

} // namespace actionscope::sandbox
