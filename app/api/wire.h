// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/apiversion.h"
#include "app/api/executerequest.h"
#include "app/api/httpmessage.h"

#include <QStringList>

namespace actionscope::api {

// A request in the words of one API version.
struct WireForm
{
    HttpRequest request; // method, path, content headers and body; the executor adds key and request id
    QStringList notices; // sentences to show before sending: what this version cannot carry, what it will refuse

    bool operator==(const WireForm &) const = default;
};

// Precondition: findProblems(request) is empty.
[[nodiscard]] WireForm toWire(const ExecuteRequest &request, ApiVersion version);

// The member of the body that carries a field of the request, by the field's v2 name; empty where this version has none.
[[nodiscard]] QByteArray bodyMemberOf(QByteArrayView field, ApiVersion version);

// The action id as one path segment.
[[nodiscard]] QByteArray encodedActionId(const QString &actionId);

} // namespace actionscope::api
