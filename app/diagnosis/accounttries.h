// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagnosis/facts.h"

namespace actionscope::diagnosis {

// The usable accounts of the action's app that the catalogue knows, those of the user the request names first, at most
// three; without any, the wish to read the accounts anew.
[[nodiscard]] QList<Try> accountTries(const Facts &facts);
// What the catalogue knows of the account that was sent, as evidence; empty where it knows nothing.
[[nodiscard]] Evidence sentAccountEvidence(const Facts &facts);
// For a refusal that is about the account: what the error says, what was sent, and what the catalogue knows of it.
[[nodiscard]] QList<Evidence> refusedAccountEvidence(const Facts &facts);
// Name of the user the request acts for, in the words of a sentence.
[[nodiscard]] QString userWords(const Facts &facts);

} // namespace actionscope::diagnosis
