// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/step.h"

namespace actionscope::sandbox {

// A page of the records that fit.
[[nodiscard]] Result<Step> makeQuery(const BehaviourText &text);

} // namespace actionscope::sandbox
