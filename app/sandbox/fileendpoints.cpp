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
    const bool isOld = root.member(u"app").isString();
    StoredFile wanted;
    wanted.name = root.member(u"filename").toString();
    wanted.mimeType = root.member(u"mimetype").toString();
    wanted.md5 = root.member(u"md5").toString();
    wanted.appKey = root.member(isOld ? u"app" : u"toolkit_slug").toString();
    wanted.action = root.member(isOld ? u"action" : u"tool_slug").toString();
    const auto file = files.announce(wanted);
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

// As a file storage says no.
Reply storageRefusal(int status, const QByteArray &code)
{
    return {.status = status, .body = "<Error><Code>" + code + "</Code></Error>", .contentType = "application/xml"};
}

void listOld(Exchange &exchange, const FileStore &files)
{
    const auto all = files.all();
    if (!all)
        return refuseInternally(exchange, all.error());
    json::ArrayWriter items;
    for (const StoredFile &file : *all) {
        json::ObjectWriter item;
        item.addString("app", file.appKey);
        item.addString("action", file.action);
        item.addString("filename", file.name);
        item.addString("mimetype", file.mimeType);
        item.addString("md5", file.md5);
        item.addString("key", file.key);
        items.addRaw(item.finished());
    }
    json::ObjectWriter body;
    body.addRaw("items", items.finished());
    exchange.answer({.body = body.finished()});
}

void take(Exchange &exchange, FileStore &files, const QString &key)
{
    const auto filled = files.fill(key, exchange.request().body);
    if (!filled)
        return refuseInternally(exchange, filled.error());
    switch (*filled) {
    case FileStore::Filled::Yes:
        return exchange.answer({.status = 200, .body = QByteArray()});
    case FileStore::Filled::Unknown:
        return exchange.answer(storageRefusal(403, "AccessDenied"));
    case FileStore::Filled::OtherBytes:
        return exchange.answer(storageRefusal(400, "BadDigest"));
    case FileStore::Filled::Full:
        return exchange.answer(storageRefusal(400, "EntityTooLarge"));
    }
}

void give(Exchange &exchange, const FileStore &files, const QString &key)
{
    const auto file = files.find(key);
    if (!file)
        return refuseInternally(exchange, file.error());
    if (!*file || !(*file)->isComplete)
        return exchange.answer(storageRefusal(404, "NoSuchKey"));
    // Somebody else's words: never more than text of the kind they said, and nothing a browser would run from here.
    exchange.answer({.body = (*file)->bytes,
        .headers = {{"content-disposition", "attachment"}, {"x-content-type-options", "nosniff"}},
        .contentType = "application/octet-stream"});
}

} // namespace

void addFileEndpoints(Router *router, FileStore &files)
{
    router->add("GET", "/api/v2/actions/files/list",
        [&files](Exchange &exchange, const Captures &) { listOld(exchange, files); });
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
