// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/behaviour.h"

namespace actionscope::sandbox {

// An object of so many megabytes, made while it is sent.
[[nodiscard]] std::shared_ptr<ByteSource> fillerSource(qint64 megabytes);
// Answers as many megabytes as asked for, always the same ones.
[[nodiscard]] Result<Behaviour> makeFill(const BehaviourText &text);

} // namespace actionscope::sandbox
