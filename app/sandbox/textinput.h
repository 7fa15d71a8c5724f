// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"
#include "app/sandbox/refusal.h"

#include <tl/expected.hpp>

namespace actionscope::sandbox {

// Where the service asks a language model, the sandbox has rules a person can foresee
// (resources/sandbox/README.md): text that is a JSON object is the input; otherwise what the text says of the
// parameters is; where that is nothing, the text goes into the action's only required parameter, if that
// takes a string. The input may lack parameters.
[[nodiscard]] tl::expected<json::Document, Refusal> inputFromText(
    const QString &text, const json::Value &parameters);

} // namespace actionscope::sandbox
