// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/historyentry.h"
#include "app/storage/savedrequest.h"

namespace actionscope {
class Redactor;
}

namespace actionscope::storage {

// Takes the redactor's secrets out of the whole entry, but for authConfig.
void redact(HistoryEntry &entry, const Redactor &redactor);

// The second wall: what is known to be secret is taken out before an entry gets here. Now go what slipped through and
// what gives itself away by its form or its name: a key that was typed into the input, a token in an answer. Each becomes
// a placeholder wherever it stands in the entry.
[[nodiscard]] HistoryEntry withoutSecrets(HistoryEntry entry);

// The same for a request that is kept for later.
[[nodiscard]] SavedRequest withoutSecrets(SavedRequest request);
[[nodiscard]] api::ExecuteRequest withoutSecrets(api::ExecuteRequest request);

} // namespace actionscope::storage
