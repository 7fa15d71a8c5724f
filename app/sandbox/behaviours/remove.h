// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/step.h"

namespace actionscope::sandbox {

// Takes the records that fit out of the database.
[[nodiscard]] Result<Step> makeRemove(const BehaviourText &text);

} // namespace actionscope::sandbox
