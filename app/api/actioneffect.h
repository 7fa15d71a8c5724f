// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/actioninfo.h"

namespace actionscope::api {

// What executing an action does to the world, as far as its tags and the verb in its name tell.
enum class ActionEffect { Reads, Changes, Sends, Deletes, Unknown };

// Tags win over the verb: readOnlyHint reads, destructiveHint deletes; then SEND, REPLY, POST and the like send, DELETE
// and REMOVE delete, GET, LIST, SEARCH, FETCH read, CREATE, UPDATE, ADD, STAR change.
[[nodiscard]] ActionEffect effectOf(const ActionInfo &action);
// By its name alone, where the catalogue does not know the action.
[[nodiscard]] ActionEffect effectOf(const QString &actionId);

} // namespace actionscope::api
