// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QUrl>

namespace actionscope::api {

// Where a service answers: scheme, host, port and, for self-hosted ones behind a proxy, a path in front of /api.
struct BaseUrl
{
    QUrl url;
    QString note; // what was changed in what the person gave, empty when nothing was

    bool operator==(const BaseUrl &) const = default;
};

// Accepts what people paste: a trailing slash and everything from "/api" on is taken off, and said so in the note.
// Refuses a missing or foreign scheme, a missing host, user info, a query and a fragment.
[[nodiscard]] Result<BaseUrl> parseBaseUrl(const QString &text);

// Whether a server on this machine is meant.
[[nodiscard]] bool isOnThisMachine(const QUrl &url);

} // namespace actionscope::api
