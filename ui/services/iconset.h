// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>

namespace actionscope::ui {

class ThemeService;

// Icons of one family, drawn as SVG in resources/icons with the colour "currentColor"; tinted with the text
// colour (or a role's colour) of the current theme. Unknown names give a null icon and a warning in the log.
[[nodiscard]] QIcon themedIcon(const ThemeService &theme, const QString &name);
[[nodiscard]] QIcon themedIcon(const ThemeService &theme, const QString &name, int colorRole);

} // namespace actionscope::ui
