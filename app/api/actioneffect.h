// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/actioninfo.h"

namespace actionscope::api {

// What executing an action does to the world, as far as its tags and the verb in its name tell.
enum class ActionEffect { Reads, Changes, Sends, Deletes, Unknown };

// Tags win over the verb: readOnlyHint reads, destructiveHint deletes, updateHint changes. Of the name, the
// first verb behind the app counts: SEND, REPLY, POST and the like send, DELETE and REMOVE delete, GET, LIST,
// SEARCH, FETCH read, CREATE, UPDATE, ADD, STAR change. Where a word may be a noun as well (SEARCH, LIST,
// POST), a plain verb behind it wins.
[[nodiscard]] ActionEffect effectOf(const ActionInfo &action);
// By its name alone, where the catalogue does not know the action.
[[nodiscard]] ActionEffect effectOf(const QString &actionId);

// One word for programs: "reads", "changes", "sends", "deletes", "unknown".
[[nodiscard]] QString effectName(ActionEffect effect);
// For people, as the end of a sentence that begins with the action. Empty where nobody knows.
[[nodiscard]] QString effectWords(ActionEffect effect);
// The same at full length, for somebody who is asked for consent: "deletes or overwrites data", "may change data".
[[nodiscard]] QString effectSentence(ActionEffect effect);

// Anything but reading; what nobody knows counts as changing.
[[nodiscard]] constexpr bool isChanging(ActionEffect effect) { return effect != ActionEffect::Reads; }

} // namespace actionscope::api
