// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/step.h"

namespace actionscope::sandbox {

// Makes a list of another one, item by item.
[[nodiscard]] Result<Step> makeMap(const BehaviourText &text);

} // namespace actionscope::sandbox
