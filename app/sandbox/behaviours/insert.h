// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/step.h"

namespace actionscope::sandbox {

// Keeps a record in the database.
[[nodiscard]] Result<Step> makeInsert(const BehaviourText &text);

} // namespace actionscope::sandbox
