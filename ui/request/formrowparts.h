// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/formnode.h"

// What the parts of a form row's class share: where things stand in a row.
namespace actionscope::ui::formrow {

constexpr int pad = 6; // above and below a row
constexpr int step = 16; // of a level
constexpr int foldSize = 20;
constexpr int moreSize = 26;

// What stands below an editor when nothing is wrong.
[[nodiscard]] QString noteOf(const models::FormNode &node);

} // namespace actionscope::ui::formrow
