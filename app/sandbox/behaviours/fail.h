// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/step.h"

namespace actionscope::sandbox {

// Says no: HTTP 200 with successful false.
[[nodiscard]] Result<Step> makeFail(const BehaviourText &text);

} // namespace actionscope::sandbox
