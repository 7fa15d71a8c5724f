// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/apiversion.h"

namespace actionscope::api {

QString versionName(ApiVersion version)
{
    switch (version) {
    case ApiVersion::V2:
        return QStringLiteral("v2");
    case ApiVersion::V3:
        return QStringLiteral("v3");
    case ApiVersion::V31:
        return QStringLiteral("v3.1");
    }
    return {};
}

std::optional<ApiVersion> versionFromName(QStringView name)
{
    for (const ApiVersion version : {ApiVersion::V2, ApiVersion::V3, ApiVersion::V31}) {
        if (versionName(version).compare(name, Qt::CaseInsensitive) == 0)
            return version;
    }
    return {};
}

QByteArray pathPrefix(ApiVersion version)
{
    return "/api/" + versionName(version).toLatin1();
}

} // namespace actionscope::api
