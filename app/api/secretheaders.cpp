// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/secretheaders.h"

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

} // namespace actionscope::api
