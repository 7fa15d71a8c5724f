// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/entryredaction.h"

#include "app/api/authconfig.h"
#include "app/api/exchangeredaction.h"
#include "app/api/secretheaders.h"
#include "app/base/redaction.h"

namespace actionscope::storage {

void redact(HistoryEntry &entry, const Redactor &redactor)
{
    entry.baseUrl = redactor.redacted(entry.baseUrl);
    entry.sentence = redactor.redacted(entry.sentence);
    api::redact(entry.draft.request, redactor);
    api::redact(entry.exchange, redactor);
}

HistoryEntry withoutSecrets(HistoryEntry entry)
{
    Redactor redactor;
    api::hideSecretHeaders(entry.exchange.request.headers, redactor);
    QByteArray &authConfig = entry.draft.request.authConfig;
    const QByteArray harmless = api::redactedAuthConfig(authConfig);
    if (harmless != authConfig) {
        api::addAuthConfigSecrets(authConfig, redactor);
        authConfig = harmless;
    }
    if (!redactor.isEmpty())
        redact(entry, redactor);
    return entry;
}

} // namespace actionscope::storage
