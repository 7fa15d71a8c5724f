// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagnosis/facts.h"

namespace actionscope::diagnosis {

// The names below the input that a provider's name for a field most likely means: it may have wrappers before it
// (body.parent.id) and spell it otherwise (pageId, page_id). Those names without wrappers where the input has none.
[[nodiscard]] QStringList inputPathOf(const Facts &facts, const QStringList &names);
// Whether the input or the action's description has such a field.
[[nodiscard]] bool isInputField(const Facts &facts, const QStringList &names);

} // namespace actionscope::diagnosis
