// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace actionscope::sandbox {

// A call to somebody else's service. Host, length and connection are added when it is sent.
struct UpstreamRequest
{
    QByteArray method;
    QUrl url;
    api::HeaderList headers = {};
    QByteArray body = {};
};

// What came of a call.
struct UpstreamAnswer
{
    enum class Trouble {
        None,
        NotAllowed, // the sandbox does not call that host or address, or not in that way
        Unreachable, // not found, refused, cut off, no TLS, not HTTP
        TooSlow,
        TooLarge,
    };

    Trouble trouble = Trouble::None;
    QString sentence = {}; // of the trouble, for people
    QString hint = {}; // what to do about it
    api::HttpAnswer answer = {};
};

} // namespace actionscope::sandbox
