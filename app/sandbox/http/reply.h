// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"
#include "app/sandbox/http/bytesource.h"
#include "app/sandbox/http/delivery.h"

#include <QByteArrayList>

#include <memory>

namespace actionscope::sandbox {

// An answer before it is written. With a stream the body is `body`, then the stream, then `tail`.
struct Reply
{
    int status = 200;
    QByteArray body;
    std::shared_ptr<ByteSource> stream = {};
    QByteArray tail = {};
    api::HeaderList headers = {}; // beside the length, type and request id, which every answer carries
    QByteArray contentType = QByteArrayLiteral("application/json; charset=utf-8");
    Delivery delivery = {};
    QByteArrayList secrets = {}; // that a body may repeat and a log must not
};

} // namespace actionscope::sandbox
