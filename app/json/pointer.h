// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/textedit.h"

namespace actionscope::json {

// The value a JSON Pointer leads to; invalid where it leads nowhere. "" is the root.
[[nodiscard]] Value valueAtPointer(const Value &root, const QString &pointer);
// The way a pointer takes through `root`, as edits want it: steps beyond what is there are taken for members, but for
// whole numbers right below an array. Nothing where the text is no pointer.
[[nodiscard]] std::optional<Path> pathOfPointer(const Value &root, const QString &pointer);
// The pointer that leads from the root of its document to a value.
[[nodiscard]] QString pointerOf(const Value &value);

} // namespace actionscope::json
