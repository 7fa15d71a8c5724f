// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/behaviour.h"

namespace actionscope::sandbox {

// Answers after a time.
[[nodiscard]] Result<Behaviour> makeWait(const BehaviourText &text);

} // namespace actionscope::sandbox
