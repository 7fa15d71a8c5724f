// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/faults/fault.h"
#include "app/sandbox/http/reply.h"
#include "app/sandbox/http/request.h"

#include <optional>

namespace actionscope::sandbox {

// Whether a fault can strike this request at all: what is removed are v1 and v2 only.
[[nodiscard]] bool canStrike(const Fault &fault, const Request &request);
// The answer that a fault gives instead of executing anything; nothing for the others.
[[nodiscard]] std::optional<Reply> replyInstead(const Fault &fault, const Request &request);
// Changes the answer of an execution, or the way it leaves.
void spoil(const Fault &fault, Reply *reply);

} // namespace actionscope::sandbox
