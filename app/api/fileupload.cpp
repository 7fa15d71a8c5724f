// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/fileupload.h"

#include "app/api/apierror.h"
#include "app/base/tr.h"
#include "app/json/document.h"
#include "app/json/writer.h"

namespace actionscope::api {

namespace {

// The same address goes by several names, old and new.
QUrl addressIn(const json::Value &root, std::initializer_list<const char16_t *> names)
{
    for (const char16_t *name : names) {
        const QUrl url(root.member(name).toString(), QUrl::StrictMode);
        if (url.isValid() && (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http")))
            return url;
    }
    return {};
}

// The specification says text, the SDKs say a truth.
bool saysTrue(const json::Value &value)
{
    return value.toBool().value_or(value.toString().compare(QLatin1String("true"), Qt::CaseInsensitive) == 0);
}

} // namespace

HttpRequest uploadRequest(const FileDescription &file, ApiVersion version)
{
    const bool isOld = version == ApiVersion::V2;
    json::ObjectWriter body;
    body.addString(isOld ? "action" : "tool_slug", file.actionId);
    body.addString(isOld ? "app" : "toolkit_slug", file.appName);
    body.addString("filename", file.fileName);
    body.addString("mimetype", file.mimeType);
    body.addString("md5", QString::fromLatin1(file.md5));
    HttpRequest request;
    request.method = "POST";
    request.path = pathPrefix(version)
        + (isOld ? QByteArrayLiteral("/actions/files/upload/request") : QByteArrayLiteral("/files/upload/request"));
    request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
    request.body = body.finished();
    return request;
}

Result<UploadTarget> readUploadTarget(const HttpAnswer &answer, ApiVersion version)
{
    if (answer.status < 200 || answer.status > 299) {
        const ApiError error = readApiError(answer, json::Document::parse(answer.body));
        return failure(ErrorCode::Unavailable,
            Tr::tr("The service takes no file: HTTP %1. %2").arg(answer.status).arg(error.message), {}, error.suggestedFix);
    }
    const json::Document document = json::Document::parse(answer.body);
    const json::Value root = document.root();
    UploadTarget target;
    target.key = root.member(u"key").toString();
    if (version == ApiVersion::V2) {
        target.url = addressIn(root, {u"url"});
        target.isThere = saysTrue(root.member(u"exists"));
    } else {
        target.url = addressIn(root,
            {u"new_presigned_url", u"newPresignedUrl", u"update_presigned_url", u"updatePresignedUrl"});
        target.isThere = root.member(u"type").toString() == QLatin1String("existing");
    }
    // Where the answer does not say so, the address does: ACCOUNT.blob.core.windows.net, or another cloud's.
    target.isAzure = root.member(u"metadata").member(u"storage_backend").toString() == QLatin1String("azure_blob_storage")
        || target.url.host().contains(QLatin1String(".blob.core."));
    if (!document.isValid() || target.key.isEmpty() || (target.url.isEmpty() && !target.isThere)) {
        return failure(ErrorCode::Unavailable, Tr::tr("The service did not say where the file goes."),
            QString::fromUtf8(answer.body.left(500)));
    }
    return target;
}

QByteArray fileReference(const FileDescription &file, const QString &key)
{
    return "{\"name\": " + json::quoted(file.fileName) + ", \"mimetype\": " + json::quoted(file.mimeType)
        + ", \"s3key\": " + json::quoted(key) + '}';
}

} // namespace actionscope::api
