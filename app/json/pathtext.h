// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace actionscope::json {

// One step of a JSONPath: .name where the name allows it, else ['odd name'].
[[nodiscard]] QString pathStep(const QString &name);
// One step of a JSON pointer, escaped, without the slash.
[[nodiscard]] QString pointerStep(QString name);

} // namespace actionscope::json
