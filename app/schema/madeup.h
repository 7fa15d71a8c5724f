// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/schema/field.h"

namespace actionscope::schema {

// Values that keep a field's bounds and look like what it is: by format, name and pattern. JSON.
[[nodiscard]] QByteArray madeUpText(const Field &field, qsizetype position);
[[nodiscard]] QByteArray madeUpNumber(const Field &field, const json::Value &divisor, qsizetype position);

} // namespace actionscope::schema
