// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/console.h"
#include "app/runner/matrix.h"

namespace actionscope::cli {

// A row for each request, a column for each variant; what came out otherwise than in most columns is marked with ◂.
[[nodiscard]] QByteArray matrixText(const runner::Matrix &matrix, const Console::Looks &looks);

} // namespace actionscope::cli
