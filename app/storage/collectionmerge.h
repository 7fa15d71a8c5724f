// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/collection.h"

namespace actionscope::storage {

// Variables and environments as a person changed them (`mine`), put onto what others made of them meanwhile (`theirs`);
// both began at `base`. What only one of them changed is as that one has it; where both changed the same, mine counts.
[[nodiscard]] Collection merged(const Collection &base, const Collection &mine, const Collection &theirs);

} // namespace actionscope::storage
