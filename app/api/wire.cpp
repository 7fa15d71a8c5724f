// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/wire.h"

#include "app/api/wirev2.h"
#include "app/api/wirev3.h"

#include <QUrl>

namespace actionscope::api {

QByteArray encodedActionId(const QString &actionId)
{
    return QUrl::toPercentEncoding(actionId);
}

QByteArray bodyMemberOf(QByteArrayView field, ApiVersion version)
{
    if (version != ApiVersion::V2)
        return bodyMemberV3(field);
    return field == "actionId" ? QByteArray() : field.toByteArray(); // which is in the path
}

WireForm toWire(const ExecuteRequest &request, ApiVersion version)
{
    return version == ApiVersion::V2 ? toWireV2(request) : toWireV3(request, version);
}

} // namespace actionscope::api
