// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/wire.h"

#include <QUrl>

namespace actionscope::exchange {

// What code is made of: one execution, in which version, and where to. The key is no part of it.
struct CodeRequest
{
    api::ExecuteRequest request;
    api::ApiVersion version = api::ApiVersion::V31;
    QUrl baseUrl;
};

// The request as it goes over the wire, with a header for the key.
[[nodiscard]] inline api::HttpRequest wireRequest(const CodeRequest &code)
{
    api::HttpRequest request = api::toWire(code.request, code.version).request;
    request.headers.append(api::Header {"x-api-key", "key"});
    return request;
}
[[nodiscard]] inline QByteArray addressOf(const CodeRequest &code)
{
    return code.baseUrl.toEncoded() + wireRequest(code).path;
}

} // namespace actionscope::exchange
