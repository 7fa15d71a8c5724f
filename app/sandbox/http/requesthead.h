// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/http/limits.h"
#include "app/sandbox/http/request.h"

#include <QByteArrayView>

#include <optional>

namespace actionscope::sandbox {

// Request line and headers.
struct RequestHead
{
    Request request; // without body
    qint64 contentLength = 0;
    bool isChunked = false;
    bool expectsContinue = false;
    std::optional<HttpTrouble> trouble;
};

// `bytes` ends with the empty line. What could be read is there even when there is trouble.
[[nodiscard]] RequestHead parseRequestHead(QByteArrayView bytes, const Limits &limits);

} // namespace actionscope::sandbox
