// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/historyentry.h"

namespace actionscope {
class Redactor;
}

namespace actionscope::storage {

// Takes the redactor's secrets out of the whole entry, but for authConfig.
void redact(HistoryEntry &entry, const Redactor &redactor);

// The second wall: secrets are taken out before an entry gets here, and what slipped through is taken out now.
// A key still standing in a request header and everything secret in authConfig become placeholders wherever
// they occur in the entry.
[[nodiscard]] HistoryEntry withoutSecrets(HistoryEntry entry);

} // namespace actionscope::storage
