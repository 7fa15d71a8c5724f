// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"
#include "app/base/secretledger.h"

namespace actionscope::api {

// Headers whose value nobody else may see: keys, credentials, cookies, and "common", in which one SDK sends the key
// once more.
[[nodiscard]] bool carriesSecret(QByteArrayView headerName);

// Puts a placeholder in the place of each such value and adds the value to `redactor`, so that it can be taken out
// wherever else it stands.
void hideSecretHeaders(HeaderList &headers, Redactor &redactor);
// The same with headers whose name gives them away as well; what is behind "Bearer", and each cookie, counts as a secret
// by itself.
void hideSecretHeaders(HeaderList &headers, SecretLedger &ledger);

} // namespace actionscope::api
