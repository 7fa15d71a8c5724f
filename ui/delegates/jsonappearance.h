// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/index.h"
#include "ui/services/theme.h"

namespace actionscope::ui {

[[nodiscard]] ColorRole colorRoleOf(json::Type type);
// One row is one line: breaks are shown as signs.
[[nodiscard]] QString onOneLine(QString text);

} // namespace actionscope::ui
