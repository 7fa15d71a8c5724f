// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/behaviour.h"

namespace actionscope::sandbox {

// Arithmetic over an expression that a person typed.
// The value of an expression as JSON; the other side is a sentence that says what is wrong.
[[nodiscard]] tl::expected<QByteArray, QString> calculated(const QByteArray &expression);
[[nodiscard]] Result<Behaviour> makeCalculate(const BehaviourText &text);

} // namespace actionscope::sandbox
