// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/proxyendpoints.h"

#include "app/base/tr.h"
#include "app/json/writer.h"
#include "app/sandbox/filestore.h"
#include "app/sandbox/gate.h"
#include "app/sandbox/upstream/address.h"
#include "app/sandbox/upstream/credentials.h"
#include "app/sandbox/upstream/upstreamoutcome.h"
#include "app/sandbox/wire/bodyreader.h"
#include "app/sandbox/wire/v2shape.h"

#include <optional>

namespace actionscope::sandbox {

namespace {

// What a proxy request asks for, whichever version wrote it.
struct ProxyOrder
{
    api::ApiVersion version = api::ApiVersion::V2;
    json::Document body; // keeps the values alive
    QString endpoint;
    QByteArray method;
    QString accountId;
    QList<CredentialParameter> parameters;
    json::Value payload; // JSON, or a text that is sent as it is
    json::Value binaryPayload; // v3
    json::Value ownConnection; // v3
};

// A request that is ready to leave, and what of it must not stand in a log.
struct ProxyCall
{
    UpstreamRequest request;
    QByteArrayList secrets;
};

Refusal badBody(const QString &sentence, const QString &fix = {})
{
    return {RefusalKind::BadBody, sentence, fix};
}

QList<CredentialParameter> readParameters(const json::Value &list, QStringView placeName)
{
    QList<CredentialParameter> parameters;
    for (json::Value item = list.firstChild(); item.isValid(); item = item.nextSibling()) {
        const json::Value value = item.member(u"value");
        parameters.append({item.member(u"name").toString(), item.member(placeName).toString(),
            value.isString() ? value.toString() : QString::fromLatin1(value.raw())});
    }
    return parameters;
}

tl::expected<ProxyOrder, Refusal> readOrder(api::ApiVersion version, const QByteArray &bytes)
{
    const bool isOld = version == api::ApiVersion::V2;
    const auto body
        = readBody(bytes, isOld ? QStringLiteral("proxy-v2.schema.json") : QStringLiteral("proxy-v3.schema.json"));
    if (!body)
        return tl::unexpected(body.error());
    const json::Value root = body->root();
    ProxyOrder order {version, *body, root.member(u"endpoint").toString(), root.member(u"method").toString().toLatin1(),
        root.member(isOld ? u"connectedAccountId" : u"connected_account_id").toString(),
        readParameters(root.member(u"parameters"), isOld ? u"in" : u"type"), root.member(u"body"), {}, {}};
    if (!isOld) {
        order.binaryPayload = root.member(u"binary_body");
        order.ownConnection = root.member(u"custom_connection_data");
    }
    return order;
}

// The credentials the request goes with; none without an account.
tl::expected<Credentials, Refusal> credentialsFor(const ProxyOrder &order, const Endpoints &endpoints)
{
    if (order.ownConnection.isObject()) {
        const App *app = endpoints.registry.app(order.ownConnection.member(u"toolkitSlug").toString());
        return connectionCredentials(app ? *app : App(), order.ownConnection.member(u"authScheme").toString(),
            order.ownConnection.member(u"val"));
    }
    if (order.accountId.isEmpty())
        return Credentials();
    const auto account = endpoints.accounts.usable(order.accountId, order.version);
    if (!account)
        return tl::unexpected(account.error());
    const App *app = endpoints.registry.app((*account)->appKey);
    const json::Document connection = json::Document::parse((*account)->connection);
    return connectionCredentials(app ? *app : App(), (*account)->scheme, connection.root());
}

bool isSameOrigin(const QUrl &left, const QUrl &right)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == QLatin1String("https") ? 443 : 80); };
    return left.scheme() == right.scheme() && left.host() == right.host() && port(left) == port(right);
}

std::optional<Refusal> addBinary(const json::Value &binary, FileStore &files, UpstreamRequest *request)
{
    QString type = binary.member(u"content_type").toString();
    if (const json::Value base64 = binary.member(u"base64"); base64.isString()) {
        const auto decoded = QByteArray::fromBase64Encoding(base64.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            return badBody(Tr::tr("binary_body.base64 is no base64."));
        request->body = *decoded;
    } else {
        const QString url = binary.member(u"url").toString();
        const QString base = files.urlOf(QString());
        const auto file = files.find(QUrl::fromPercentEncoding(url.mid(base.size()).toUtf8()));
        if (!url.startsWith(base) || !file || !*file || !(*file)->isComplete)
            return badBody(Tr::tr("binary_body.url is no file of this sandbox."), Tr::tr("Upload it here first, or send base64."));
        request->body = (*file)->bytes;
        if (type.isEmpty())
            type = (*file)->mimeType;
    }
    request->headers.append(
        api::Header {"Content-Type", type.isEmpty() ? QByteArray("application/octet-stream") : type.toUtf8()});
    return std::nullopt;
}

std::optional<Refusal> addPayload(const ProxyOrder &order, FileStore &files, UpstreamRequest *request)
{
    if (order.binaryPayload.isObject())
        return addBinary(order.binaryPayload, files, request);
    if (!order.payload.isValid() || order.payload.isNull())
        return std::nullopt;
    const bool isText = order.payload.isString();
    request->body = isText ? order.payload.toString().toUtf8() : order.payload.raw().toByteArray();
    if (!api::headerValue(request->headers, "content-type"))
        request->headers.append(api::Header {"Content-Type", isText ? "text/plain; charset=utf-8" : "application/json"});
    return std::nullopt;
}

tl::expected<ProxyCall, Refusal> prepared(const ProxyOrder &order, const Endpoints &endpoints)
{
    const auto credentials = credentialsFor(order, endpoints);
    if (!credentials)
        return tl::unexpected(credentials.error());
    const auto url = absoluteAddress(order.endpoint, credentials->baseUrl);
    if (!url)
        return tl::unexpected(badBody(url.error(), Tr::tr("Send the whole address as endpoint.")));
    // Who may use an account may not carry its credentials elsewhere.
    if (!credentials->baseUrl.isEmpty() && !isSameOrigin(*url, QUrl(credentials->baseUrl))) {
        return tl::unexpected(badBody(Tr::tr("The endpoint is not at %1, where the account belongs.").arg(credentials->baseUrl),
            Tr::tr("Send an endpoint that is relative to it.")));
    }
    ProxyCall call {{order.method, *url}, credentials->secrets()};
    const Credentials own {{}, order.parameters, {}};
    own.addTo(&call.request);
    call.secrets += own.secrets();
    if (auto refusal = addPayload(order, endpoints.files, &call.request))
        return tl::unexpected(std::move(*refusal));
    credentials->addTo(&call.request);
    return call;
}

Refusal refusalFor(const UpstreamAnswer &answer)
{
    RefusalKind kind = RefusalKind::UpstreamFailed;
    if (answer.trouble == UpstreamAnswer::Trouble::NotAllowed)
        kind = RefusalKind::UpstreamForbidden;
    else if (answer.trouble == UpstreamAnswer::Trouble::TooSlow)
        kind = RefusalKind::UpstreamTooSlow;
    return {kind, answer.sentence, answer.hint};
}

// v3 hands the answer on as it is: status, headers, and the body as `data`, or as `binary_data` where it is neither JSON
// nor text.
Result<Reply> newReply(const api::HttpAnswer &answer, FileStore &files)
{
    json::ObjectWriter body;
    if (!answer.body.isEmpty()) {
        const auto data = bodyJson(answer, files);
        if (!data)
            return Failure(data.error());
        const json::Document file = json::Document::parse(*data);
        if (!isKeptAsFile(answer)) {
            body.addRaw("data", *data);
        } else {
            json::ObjectWriter binary;
            binary.addRaw("url", file.root().member(u"s3url").raw());
            binary.addRaw("content_type", file.root().member(u"mimetype").raw());
            binary.addInteger("size", answer.body.size());
            binary.addString("expires_at", QDateTime::currentDateTimeUtc().addDays(1).toString(Qt::ISODateWithMs));
            body.addRaw("binary_data", binary.finished());
        }
    }
    body.addInteger("status", answer.status);
    body.addRaw("headers", headersJson(answer.headers));
    return Reply {.body = body.finished()};
}

void answerNew(Exchange &exchange, const Endpoints &endpoints, const UpstreamAnswer &answer, const QByteArrayList &secrets)
{
    if (answer.trouble != UpstreamAnswer::Trouble::None)
        return refuse(exchange, refusalFor(answer));
    auto reply = newReply(answer.answer, endpoints.files);
    if (!reply)
        return refuse(exchange, {RefusalKind::Internal, reply.error().sentence, reply.error().hint});
    reply->secrets = secrets;
    exchange.answer(std::move(*reply));
}

// v2 answers in the shape of an execution, whatever became of it.
void answerOld(Exchange &exchange, const Endpoints &endpoints, const UpstreamAnswer &answer, const QByteArrayList &secrets)
{
    const auto outcome = outcomeOf(answer, endpoints.files);
    if (!outcome)
        return refuse(exchange, {RefusalKind::Internal, outcome.error().sentence, outcome.error().hint});
    Reply reply = v2::executeReply(Order(), *outcome);
    reply.secrets = secrets;
    exchange.answer(std::move(reply));
}

void pass(Exchange &exchange, const Endpoints &endpoints, api::ApiVersion version)
{
    const auto order = readOrder(version, exchange.request().body);
    if (!order)
        return refuse(exchange, order.error());
    if (const Account *account = endpoints.accounts.find(order->accountId); account && !actsFor(exchange, account->user))
        return;
    const auto call = prepared(*order, endpoints);
    if (!call)
        return refuse(exchange, call.error());
    const bool isOld = version == api::ApiVersion::V2;
    endpoints.upstreams.fetch(call->request, &exchange,
        [&exchange, endpoints, isOld, secrets = call->secrets](const UpstreamAnswer &answer) {
            if (isOld)
                answerOld(exchange, endpoints, answer, secrets);
            else
                answerNew(exchange, endpoints, answer, secrets);
        });
}

} // namespace

void addProxyEndpoints(Router *router, const Endpoints &endpoints)
{
    const auto add = [&](api::ApiVersion version, const QByteArray &route) {
        router->add("POST", api::pathPrefix(version) + route,
            [endpoints, version](Exchange &exchange, const Captures &) { pass(exchange, endpoints, version); });
    };
    add(api::ApiVersion::V2, "/actions/proxy");
    add(api::ApiVersion::V3, "/tools/execute/proxy");
    add(api::ApiVersion::V31, "/tools/execute/proxy");
}

} // namespace actionscope::sandbox
