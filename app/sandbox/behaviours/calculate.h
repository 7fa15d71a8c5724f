// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/behaviour.h"

namespace actionscope::sandbox {

// Arithmetic over an expression that a person typed.
[[nodiscard]] Result<Behaviour> makeCalculate(const BehaviourText &text);

} // namespace actionscope::sandbox
