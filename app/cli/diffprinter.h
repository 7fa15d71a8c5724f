// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/structuraldiff.h"

namespace actionscope::cli {

// A line for each change: + added, - removed, ~ changed, > moved; where, and the values, cut where they are
// long.
[[nodiscard]] QByteArray changeList(const json::Difference &difference);
// One JSON object on one line, with the values whole.
[[nodiscard]] QByteArray changeReport(const json::Difference &difference);

} // namespace actionscope::cli
