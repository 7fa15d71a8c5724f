// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagnosis/diagnosis.h"

#include <QByteArray>

#include <optional>

namespace actionscope::diagnosis {

// {"cause", "sentence", "evidence": [{"what", "side", "place", "inside"?, "text"}], "tries": [{"action", "sentence",
// "parameters": {…}}], "confidence", "warning"}; "null" where there is nothing to say.
[[nodiscard]] QByteArray toJson(const std::optional<Diagnosis> &diagnosis);

} // namespace actionscope::diagnosis
