// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/behaviour.h"

namespace actionscope::sandbox {

// Answers the input and the whole request, byte for byte.
[[nodiscard]] Result<Behaviour> makeEcho(const BehaviourText &text);

} // namespace actionscope::sandbox
