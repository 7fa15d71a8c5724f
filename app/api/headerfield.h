// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"
#include "app/json/document.h"

namespace actionscope::api {

// A header value with parameters, as in: text/html; charset="utf-8"
struct HeaderField
{
    QByteArray value; // before the first semicolon, in lower case
    HeaderList parameters; // names in lower case, quotes and their escapes undone

    bool operator==(const HeaderField &) const = default;
};

// Never fails; what cannot be read is left out.
[[nodiscard]] HeaderField headerField(const QByteArray &text);

// For files: a JSON array of {"name", "value"}, in the order they stood.
[[nodiscard]] QByteArray headersJson(const HeaderList &headers);
// The way back; what has no name or value has an empty one.
[[nodiscard]] HeaderList headersFromJson(const json::Value &list);

} // namespace actionscope::api
