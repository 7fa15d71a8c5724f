// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/secretheaders.h"

#include "app/base/tr.h"

#include <algorithm>
#include <array>

namespace actionscope::api {

bool carriesSecret(QByteArrayView headerName)
{
    constexpr std::array names {"x-api-key", "x-org-api-key", "x-user-api-key", "authorization", "proxy-authorization",
        "cookie", "set-cookie", "common"};
    return std::any_of(names.begin(), names.end(),
        [headerName](const char *name) { return headerName.compare(name, Qt::CaseInsensitive) == 0; });
}

void hideSecretHeaders(HeaderList &headers, Redactor &redactor)
{
    for (Header &header : headers) {
        if (!carriesSecret(header.name) || header.value.isEmpty() || holdsRedactedPlaceholder(header.value))
            continue;
        const QByteArray name = header.name.toLower() == "x-api-key" ? "apiKey" : header.name;
        redactor.addSecret(name, header.value);
        header.value = redactedPlaceholder(name);
    }
}

void hideSecretHeaders(HeaderList &headers, SecretLedger &ledger)
{
    for (Header &header : headers) {
        const QByteArray lower = header.name.toLower();
        if (!carriesSecret(lower) && !SecretFinder::isSecretName(QString::fromLatin1(lower)))
            continue;
        const QString place = Tr::tr("header %1").arg(QString::fromUtf8(header.name));
        // What comes behind the scheme, and each cookie, may stand elsewhere alone.
        if (const qsizetype space = header.value.indexOf(' '); lower.endsWith("authorization") && space > 0)
            ledger.add(lower, header.value.sliced(space + 1).trimmed(), place);
        if (lower.endsWith("cookie")) {
            const QList<QByteArray> pairs = header.value.split(';');
            for (const QByteArray &pair : lower == "cookie" ? pairs : pairs.first(1)) {
                const QByteArray value = pair.mid(pair.indexOf('=') + 1).trimmed();
                if (value.size() >= 8)
                    ledger.add(lower, value, place);
            }
        }
        ledger.addFrom(header.value, place);
        const QByteArray name = ledger.add(lower == "x-api-key" ? "apiKey" : lower, header.value, place);
        if (!name.isEmpty())
            header.value = redactedPlaceholder(name);
    }
}

} // namespace actionscope::api
