// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <compare>

namespace actionscope::json {

// Compares two JSON numbers by value over their spelling, exactly: 1.10 equals 1.1e0, 12345678901234567890 is less
// than 12345678901234567891, -0 equals 0. Both must be valid JSON numbers.
[[nodiscard]] std::strong_ordering compareNumbers(QByteArrayView left, QByteArrayView right);

} // namespace actionscope::json
