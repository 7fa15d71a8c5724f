// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/actioneffect.h"
#include "app/storage/environment.h"
#include "app/workspace/execution.h"
#include "app/workspace/replaysource.h"

namespace actionscope::workspace {

// What a recorded request is sent with instead, and how often: the same for the command line and the window.
struct ReplayTerms
{
    std::optional<QString> entityId = {}; // else the recorded one
    std::optional<QString> connectedAccountId = {};
    int repeat = 1;
};

// As another entity or with another account than it was recorded with. The recorded account belongs to the recorded
// entity, and is left out with a note where only the entity is another one.
[[nodiscard]] ReplaySource redirected(ReplaySource source, const ReplayTerms &terms);

// Fails where the request cannot be sent: it lacks something, or holds a placeholder for a secret that was taken out.
[[nodiscard]] Result<void> checkSendable(const ReplaySource &source);

// That it was recorded at another address than it goes to now; empty where it was not, or nobody knows.
[[nodiscard]] QString recordedElsewhere(const ReplaySource &source, const storage::Environment &environment);

// Whether somebody has to agree first: a single read is harmless everywhere, the sandbox always.
[[nodiscard]] bool asksBeforeReplay(const storage::Environment &environment, api::ActionEffect effect, int executions);

} // namespace actionscope::workspace
