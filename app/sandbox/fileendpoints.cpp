// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/fileendpoints.h"

#include "app/api/apiversion.h"
#include "app/base/tr.h"
#include "app/json/writer.h"
#include "app/sandbox/fileshelf.h"
#include "app/sandbox/gate.h"
#include "app/sandbox/wire/bodyreader.h"

#include <QUuid>

namespace actionscope::sandbox {

namespace {

// As the client knows this server.
QString addressFor(const Exchange &exchange, const QByteArray &token)
{
    const QByteArray host = api::headerValue(exchange.request().headers, "host").value_or("127.0.0.1");
    return QString::fromLatin1("http://" + host + uploadPath + token);
}

QByteArray bodyV2(const FileShelf::Ticket &ticket, const QString &address)
{
    json::ObjectWriter body;
    body.addString("id", QUuid::createUuid().toString(QUuid::WithoutBraces));
    body.addString("url", address);
    body.addString("key", ticket.key);
    body.addBool("exists", ticket.isThere);
    return body.finished();
}

QByteArray bodyV3(const FileShelf::Ticket &ticket, const QString &address)
{
    json::ObjectWriter body;
    body.addString("id", QUuid::createUuid().toString(QUuid::WithoutBraces));
    body.addString("key", ticket.key);
    body.addString("type", ticket.isThere ? QStringLiteral("existing") : QStringLiteral("new"));
    body.addRaw("metadata", R"({"storage_backend":"s3"})");
    // Older SDKs read the second spelling.
    body.addString(ticket.isThere ? "existing_url" : "new_presigned_url", address);
    body.addString(ticket.isThere ? "existingUrl" : "newPresignedUrl", address);
    return body.finished();
}

void expectFile(Exchange &exchange, api::ApiVersion version, FileShelf *shelf)
{
    const bool isOld = version == api::ApiVersion::V2;
    const auto body = readBody(exchange.request().body,
        isOld ? QStringLiteral("upload-v2.schema.json") : QStringLiteral("upload-v3.schema.json"));
    if (!body)
        return refuse(exchange, body.error());
    const QByteArray md5 = body->root().member(u"md5").toString().toLatin1();
    if (QByteArray::fromHex(md5).size() != 16) {
        return refuse(exchange,
            {RefusalKind::BadBody, Tr::tr("md5 is not an MD5 sum."), Tr::tr("Send 32 hexadecimal digits.")});
    }
    const FileShelf::Ticket ticket = shelf->expect(md5, body->root().member(u"filename").toString());
    const QString address = addressFor(exchange, ticket.token);
    exchange.answer({.body = isOld ? bodyV2(ticket, address) : bodyV3(ticket, address)});
}

} // namespace

void addFileEndpoints(Router *router, FileShelf *shelf)
{
    const auto add = [&](api::ApiVersion version, const QByteArray &route) {
        router->add("POST", api::pathPrefix(version) + route,
            [shelf, version](Exchange &exchange, const Captures &) { expectFile(exchange, version, shelf); });
    };
    add(api::ApiVersion::V2, "/actions/files/upload/request");
    add(api::ApiVersion::V3, "/files/upload/request");
    add(api::ApiVersion::V31, "/files/upload/request");
}

void storeUpload(Exchange &exchange, FileShelf *shelf)
{
    const Request &request = exchange.request();
    if (request.method != "PUT" || api::headerValue(request.headers, "x-api-key")) {
        exchange.answer({.status = 400,
            .body = "This address takes a PUT of the file's bytes, and no API key.\n",
            .contentType = "text/plain"});
        return;
    }
    switch (shelf->put(request.path.sliced(qsizetype(sizeof(uploadPath)) - 1), request.body)) {
    case FileShelf::Putting::Stored:
        exchange.answer({.status = 200, .body = {}});
        return;
    case FileShelf::Putting::NoTicket:
        exchange.answer({.status = 403, .body = "The permission has expired, or was used.\n", .contentType = "text/plain"});
        return;
    case FileShelf::Putting::WrongSum:
        exchange.answer({.status = 400, .body = "The bytes have another MD5 sum.\n", .contentType = "text/plain"});
        return;
    case FileShelf::Putting::Full:
    case FileShelf::Putting::Unwritable:
        break;
    }
    exchange.answer({.status = 507, .body = "There is no room for this file.\n", .contentType = "text/plain"});
}

} // namespace actionscope::sandbox
