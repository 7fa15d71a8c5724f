// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/apikey.h"

#include "app/base/tr.h"

#include <algorithm>

namespace actionscope::api {

Result<QByteArray> cleanApiKey(const QByteArray &text)
{
    const QByteArray key = text.trimmed();
    if (key.isEmpty())
        return failure(ErrorCode::InvalidInput, Tr::tr("The API key is empty."));
    if (key.contains('\n') || key.contains('\r')) {
        return failure(ErrorCode::InvalidInput, Tr::tr("The API key contains a line break."), {},
            Tr::tr("Copy the key again; it is one line."));
    }
    const bool printable = std::all_of(key.cbegin(), key.cend(), [](char c) { return c > 0x20 && c < 0x7F; });
    if (!printable) {
        return failure(ErrorCode::InvalidInput,
            Tr::tr("The API key contains a space, a control character or a character that no key has."), {},
            Tr::tr("Copy the key again; it is one word."));
    }
    return key;
}

} // namespace actionscope::api
