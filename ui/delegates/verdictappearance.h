// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/verdict.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

namespace actionscope::ui {

// The shape and the colour that go with a verdict's word, the same wherever it stands.
struct VerdictAppearance
{
    QString icon;
    ColorRole color = ColorRole::Muted;
    Look ground = Look::Neutral;
};

[[nodiscard]] VerdictAppearance appearanceOf(api::Verdict verdict);
[[nodiscard]] VerdictAppearance runningAppearance();

} // namespace actionscope::ui
