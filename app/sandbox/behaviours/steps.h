// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/step.h"

namespace actionscope::sandbox {

// One step after the other, until one of them answers.
[[nodiscard]] Result<Step> makeSteps(const BehaviourText &text);

} // namespace actionscope::sandbox
