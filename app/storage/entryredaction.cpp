// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/entryredaction.h"

#include "app/api/authconfig.h"
#include "app/api/secretheaders.h"
#include "app/base/redaction.h"

namespace actionscope::storage {

namespace {

void redactEverywhere(HistoryEntry &entry, const Redactor &redactor)
{
    api::ExecuteRequest &request = entry.draft.request;
    for (QString *text : {&entry.baseUrl, &entry.sentence, &request.entityId, &request.connectedAccountId,
             &request.text, &request.systemPrompt, &request.customDescription})
        *text = redactor.redacted(*text);
    api::Exchange &exchange = entry.exchange;
    for (QByteArray *bytes : {&request.input, &request.sessionInfo, &exchange.request.path, &exchange.request.body,
             &exchange.answer.body})
        *bytes = redactor.redacted(*bytes);
    for (api::HeaderList *headers : {&exchange.request.headers, &exchange.answer.headers}) {
        for (api::Header &header : *headers)
            header.value = redactor.redacted(header.value);
    }
    if (exchange.fault) {
        exchange.fault->sentence = redactor.redacted(exchange.fault->sentence);
        exchange.fault->detail = redactor.redacted(exchange.fault->detail);
    }
}

} // namespace

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
        redactEverywhere(entry, redactor);
    return entry;
}

} // namespace actionscope::storage
