// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/apiversion.h"
#include "app/api/httpmessage.h"
#include "app/base/error.h"

#include <QUrl>

namespace actionscope::api {

// A file that is to go to the service's storage, before an action can refer to it (contract §8, §12.5).
struct FileDescription
{
    QString actionId = {};
    QString appName = {};
    QString fileName = {};
    QString mimeType = {};
    QByteArray md5 = {}; // hexadecimal, of the bytes

    bool operator==(const FileDescription &) const = default;
};

// Where its bytes go. `url` carries its own permission: the API key must not go there.
struct UploadTarget
{
    QUrl url = {};
    QString key = {}; // what the reference names
    bool isThere = false; // the storage has these bytes already
    bool isAzure = false; // wants a header of its own

    bool operator==(const UploadTarget &) const = default;
};

// Asks where the bytes go.
[[nodiscard]] HttpRequest uploadRequest(const FileDescription &file, ApiVersion version);
[[nodiscard]] Result<UploadTarget> readUploadTarget(const HttpAnswer &answer, ApiVersion version);
// The value of a file_uploadable parameter.
[[nodiscard]] QByteArray fileReference(const FileDescription &file, const QString &key);

} // namespace actionscope::api
