// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/actioneffect.h"
#include "ui/services/theme.h"

#include <QString>

namespace actionscope::ui {

// How an effect looks: a word for the Execute button, a sentence, and a mark with a shape and a colour of its
// own. Reading has no word and no mark, and what is unknown claims nothing.
struct EffectAppearance
{
    QString word;
    QString sentence;
    QString icon; // empty: none
    ColorRole color = ColorRole::Muted;
};

[[nodiscard]] EffectAppearance effectAppearance(api::ActionEffect effect);

} // namespace actionscope::ui
