// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"
#include "app/sandbox/actions/scope.h"

#include <QByteArray>
#include <QString>

namespace actionscope::sandbox {

// JSON in which `{{expression}}` stands for a value of the scope. A string that is exactly one expression becomes
// that value's own JSON, bytes unchanged; inside a longer string it becomes text. What is absent is left out of its
// object or array. The result is empty when the whole is absent.
[[nodiscard]] QByteArray rendered(const json::Value &pattern, const Scope &scope);

// The same as plain text, for keys, names and conditions.
[[nodiscard]] QString renderedText(const json::Value &pattern, const Scope &scope);
// Nothing when it is absent or no whole number.
[[nodiscard]] std::optional<qint64> renderedInteger(const json::Value &pattern, const Scope &scope);

} // namespace actionscope::sandbox
