// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/entryredaction.h"

#include "app/api/alltexts.h"
#include "app/api/authconfig.h"
#include "app/api/secretheaders.h"

namespace actionscope::storage {

namespace {

// Gathers first and hides then, as a secret that one text gives away may stand in all of them.
class Hider final
{
public:
    void hideAuthConfig(QByteArray &config)
    {
        const QByteArray harmless = api::redactedAuthConfig(config);
        if (harmless != config)
            api::tellAuthConfigSecrets(config, [this](const QByteArray &name, const QByteArray &value) { m_ledger.add(name, value, {}); });
        config = harmless;
    }
    void hideHeaders(api::HeaderList &headers) { api::hideSecretHeaders(headers, m_ledger); }

    template<typename... Parts>
    void hide(Parts &...parts)
    {
        const api::TextChange gather = [this](const QByteArray &text) {
            m_ledger.addFrom(text, {});
            return text;
        };
        (change(parts, gather), ...);
        const api::TextChange hidden = [this](const QByteArray &text) { return m_ledger.redacted(text); };
        (change(parts, hidden), ...);
    }

private:
    // In authConfig placeholders stand already, under names that may look like a secret.
    static void change(api::ExecuteRequest &request, const api::TextChange &how)
    {
        const QByteArray config = request.authConfig;
        api::changeTexts(request, how);
        request.authConfig = config;
    }
    static void change(api::Exchange &exchange, const api::TextChange &how) { api::changeTexts(exchange, how); }
    static void change(QString &text, const api::TextChange &how) { api::changeText(text, how); }
    static void change(QByteArray &bytes, const api::TextChange &how) { bytes = how(bytes); }

    SecretLedger m_ledger;
};

} // namespace

void redact(HistoryEntry &entry, const Redactor &redactor)
{
    const api::TextChange hidden = [&redactor](const QByteArray &text) { return redactor.redacted(text); };
    for (QString *text : {&entry.baseUrl, &entry.sentence})
        api::changeText(*text, hidden);
    const QByteArray config = entry.draft.request.authConfig;
    api::changeTexts(entry.draft.request, hidden);
    entry.draft.request.authConfig = config;
    api::changeTexts(entry.exchange, hidden);
}

HistoryEntry withoutSecrets(HistoryEntry entry)
{
    Hider hider;
    hider.hideHeaders(entry.exchange.request.headers);
    hider.hideHeaders(entry.exchange.answer.headers);
    hider.hideAuthConfig(entry.draft.request.authConfig);
    hider.hide(entry.draft.request, entry.exchange, entry.environment, entry.baseUrl, entry.sentence);
    return entry;
}

SavedRequest withoutSecrets(SavedRequest request)
{
    Hider hider;
    hider.hideAuthConfig(request.request.authConfig);
    hider.hide(request.request, request.expect, request.capture, request.notes);
    return request;
}

api::ExecuteRequest withoutSecrets(api::ExecuteRequest request)
{
    Hider hider;
    hider.hideAuthConfig(request.authConfig);
    hider.hide(request);
    return request;
}

} // namespace actionscope::storage
