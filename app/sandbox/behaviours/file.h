// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/step.h"

namespace actionscope::sandbox {

// A file that was uploaded, or one made of a text.
[[nodiscard]] Result<Step> makeFile(const BehaviourText &text);

} // namespace actionscope::sandbox
