// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/fileendpoints.h"

#include "app/base/tr.h"
#include "app/json/writer.h"
#include "app/sandbox/filestore.h"
#include "app/sandbox/gate.h"
#include "app/sandbox/wire/bodyreader.h"

namespace actionscope::sandbox {

namespace {

void refuseInternally(Exchange &exchange, const Error &error)
{
    refuse(exchange, {RefusalKind::Internal, error.sentence, error.hint});
}

std::optional<StoredFile> announced(Exchange &exchange, const QString &schema, FileStore &files)
{
    const auto body = readBody(exchange.request().body, schema);
    if (!body) {
        refuse(exchange, body.error());
        return std::nullopt;
    }
    const json::Value root = body->root();
    const auto file = files.announce(root.member(u"filename").toString(), root.member(u"mimetype").toString(),
        root.member(u"md5").toString());
    if (!file) {
        refuseInternally(exchange, file.error());
        return std::nullopt;
    }
    return *file;
}

void announceOld(Exchange &exchange, FileStore &files)
{
    const auto file = announced(exchange, QStringLiteral("upload-v2.schema.json"), files);
    if (!file)
        return;
    json::ObjectWriter answer;
    answer.addString("id", file->key.section(QLatin1Char('/'), 0, 0));
    answer.addString("url", files.urlOf(file->key));
    answer.addString("key", file->key);
    answer.addBool("exists", file->isComplete);
    exchange.answer({.body = answer.finished()});
}

void announceNew(Exchange &exchange, FileStore &files)
{
    const auto file = announced(exchange, QStringLiteral("upload-v3.schema.json"), files);
    if (!file)
        return;
    json::ObjectWriter answer;
    answer.addString("id", file->key.section(QLatin1Char('/'), 0, 0));
    answer.addString("key", file->key);
    answer.addString("type", file->isComplete ? QStringLiteral("existing") : QStringLiteral("new"));
    const QString address = files.urlOf(file->key);
    answer.addString(file->isComplete ? "existing_url" : "new_presigned_url", address);
    answer.addString(file->isComplete ? "existingUrl" : "newPresignedUrl", address);
    answer.addRaw("metadata", R"({"storage_backend":"s3"})");
    exchange.answer({.body = answer.finished()});
}

void take(Exchange &exchange, FileStore &files, const QString &key)
{
    const auto filled = files.fill(key, exchange.request().body);
    if (!filled)
        return refuseInternally(exchange, filled.error());
    if (!*filled)
        return exchange.answer({.status = 403, .body = "<Error><Code>AccessDenied</Code></Error>", .contentType = "application/xml"});
    exchange.answer({.status = 200, .body = QByteArray()});
}

void give(Exchange &exchange, const FileStore &files, const QString &key)
{
    const auto file = files.find(key);
    if (!file)
        return refuseInternally(exchange, file.error());
    if (!*file || !(*file)->isComplete)
        return exchange.answer({.status = 404, .body = "<Error><Code>NoSuchKey</Code></Error>", .contentType = "application/xml"});
    // Somebody else's words: never more than text of the kind they said, and nothing a browser would run from here.
    exchange.answer({.body = (*file)->bytes,
        .headers = {{"content-disposition", "attachment"}, {"x-content-type-options", "nosniff"}},
        .contentType = "application/octet-stream"});
}

} // namespace

void addFileEndpoints(Router *router, FileStore &files)
{
    router->add("POST", "/api/v2/actions/files/upload/{type}",
        [&files](Exchange &exchange, const Captures &) { announceOld(exchange, files); });
    for (const QByteArray version : {"v3", "v3.1"}) {
        router->add("POST", "/api/" + version + "/files/upload/request",
            [&files](Exchange &exchange, const Captures &) { announceNew(exchange, files); });
    }
    router->add("PUT", "/files/{key}",
        [&files](Exchange &exchange, const Captures &captures) { take(exchange, files, captures.first()); });
    router->add("GET", "/files/{key}",
        [&files](Exchange &exchange, const Captures &captures) { give(exchange, files, captures.first()); });
}

} // namespace actionscope::sandbox
