// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"

#include <QByteArray>

namespace actionscope::sandbox {

// One request as it arrived. `path` and `query` keep their percent-encoding.
struct Request
{
    QByteArray method;
    QByteArray path;
    QByteArray query;
    api::HeaderList headers;
    QByteArray body;
    QByteArray id; // the caller's x-request-id, or a new one
    bool keepAlive = true;
    bool isLocal = true; // comes from this computer
};

} // namespace actionscope::sandbox
