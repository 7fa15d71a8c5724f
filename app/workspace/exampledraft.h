// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/draft.h"

namespace actionscope::workspace {

// What stands in the form the first time the program is opened: it succeeds on the sandbox as it is.
[[nodiscard]] storage::Draft exampleDraft(int timeoutSeconds);

} // namespace actionscope::workspace
