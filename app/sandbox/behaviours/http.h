// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/behaviour.h"

namespace actionscope::sandbox {

// Calls another service with the credentials of the account, or the caller's own, and answers with what it says.
[[nodiscard]] Result<Behaviour> makeHttp(const BehaviourText &text);

} // namespace actionscope::sandbox
