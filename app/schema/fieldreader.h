// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/schema/field.h"
#include "app/schema/layers.h"

namespace actionscope::schema {

// One field as its layers describe it. `type` is set where one of a list of types was chosen, else it is read.
[[nodiscard]] Field readField(const Layers &layers, const QString &name, const QString &type = {});

// "issue_number" and "issueNumber" in words: "Issue number".
[[nodiscard]] QString inWords(const QString &name);

// The name of the JSON Schema type; also of one that only other languages use. Empty where it is none.
[[nodiscard]] QString knownType(const QString &name);

} // namespace actionscope::schema
