// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/services/theme.h"

#include <QByteArray>
#include <QPalette>

#include <optional>

namespace actionscope::ui {

// The name of a role as theme files and the style sheet write it: "onAccent".
[[nodiscard]] QString roleName(ColorRole role);

// A theme from the text of its file. Nothing when a role is missing or is no colour; the log says which.
[[nodiscard]] std::optional<Theme> readTheme(const QByteArray &json);

// One of the themes that come with the program: "light" or "dark".
[[nodiscard]] Theme builtInTheme(const QString &id);

// The application's palette, for what no style sheet reaches.
[[nodiscard]] QPalette paletteFor(const Theme &theme);

// resources/themes/style.qss with its placeholders filled.
[[nodiscard]] QString styleSheetFor(const Theme &theme);

} // namespace actionscope::ui
