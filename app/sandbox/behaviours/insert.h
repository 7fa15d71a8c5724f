// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/behaviour.h"

namespace actionscope::sandbox {

// Keeps a record in the database and answers it.
[[nodiscard]] Result<Behaviour> makeInsert(const BehaviourText &text);

} // namespace actionscope::sandbox
