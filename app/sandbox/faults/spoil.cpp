// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/faults/spoil.h"

#include "app/base/tr.h"
#include "app/json/document.h"
#include "app/json/writer.h"
#include "app/sandbox/behaviours/fill.h"
#include "app/sandbox/gate.h"

namespace actionscope::sandbox {

namespace {

bool isOldVersion(const Request &request)
{
    return request.path.startsWith("/api/v1/") || request.path.startsWith("/api/v2/");
}

QByteArray v3Error(const Request &request, qint64 status, const QString &message, const QString &fix)
{
    json::ObjectWriter error;
    error.addString("message", message);
    error.addInteger("code", 10000 + status);
    error.addString("slug", QStringLiteral("HTTP_%1").arg(status));
    error.addInteger("status", status);
    error.addString("request_id", QString::fromLatin1(request.id));
    error.addString("suggested_fix", fix);
    return error.finished();
}

// The service writes no error object around this one.
Reply rateLimitReply(qint64 seconds)
{
    json::ObjectWriter body;
    body.addString("message", QStringLiteral("Rate limit exceeded. Limit: 2000 requests per 1 minutes"));
    return {.status = 429,
        .body = body.finished(),
        .headers = {{"x-ratelimit", "2000"}, {"x-ratelimit-remaining", "0"}, {"x-ratelimit-window-size", "60s"},
            {"retry-after", QByteArray::number(seconds)}}};
}

// What the sandbox itself refuses with this status; nothing where it never does in this version.
std::optional<RefusalKind> kindOf(qint64 status, bool isOld)
{
    switch (status) {
    case 400:
        return RefusalKind::BadBody;
    case 401:
        return RefusalKind::Unauthorised;
    case 404:
        return RefusalKind::PathNotFound;
    case 408:
        return RefusalKind::TooSlow;
    case 500:
        return RefusalKind::Internal;
    default:
        break;
    }
    if (isOld)
        return {};
    switch (status) {
    case 403:
        return RefusalKind::UpstreamForbidden;
    case 413:
        return RefusalKind::TooLarge;
    case 422:
        return RefusalKind::AccountNotActive;
    case 502:
        return RefusalKind::UpstreamFailed;
    case 504:
        return RefusalKind::UpstreamTooSlow;
    default:
        return {};
    }
}

// The generic error of v1 and v2; their own names are known for a few statuses only.
Reply oldError(const Request &request, qint64 status, const QString &message)
{
    json::ObjectWriter body;
    if (status == 403)
        body.addString("type", QStringLiteral("ForbiddenError"));
    else
        body.addString("type", status < 500 ? QStringLiteral("HttpError") : QStringLiteral("InternalServerError"));
    body.addInteger("status", status);
    body.addString("message", message);
    body.addString("requestId", QString::fromLatin1(request.id));
    return {.status = int(status), .body = body.finished()};
}

// With a message outside the error object as well, for clients of the old versions.
Reply removedReply(const Request &request)
{
    const QString message = Tr::tr("This version of the API is gone.");
    json::ObjectWriter body;
    body.addRaw("error", v3Error(request, 410, message, Tr::tr("Use /api/v3.1.")));
    body.addString("message", message);
    return {.status = 410, .body = body.finished()};
}

Reply statusReply(const Request &request, qint64 status)
{
    constexpr qint64 usualWait = 30; // seconds, as rate-limit has it
    const bool isOld = isOldVersion(request);
    const QString message = Tr::tr("The sandbox answers %1 because a fault asks for it.").arg(status);
    const QString fix = Tr::tr("Take the fault away.");
    if (status == 429)
        return rateLimitReply(usualWait);
    if (status == 410 && isOld)
        return removedReply(request);
    if (const auto kind = kindOf(status, isOld)) {
        Refusal refusal {*kind, message, fix};
        if (*kind == RefusalKind::BadBody)
            refusal.details.append({0, 0, QStringLiteral("/fault"), QStringLiteral("fault"), message});
        return refusalReply(request, refusal);
    }
    if (isOld)
        return oldError(request, status, message + QLatin1Char(' ') + fix);
    json::ObjectWriter body;
    body.addRaw("error", v3Error(request, status, message, fix));
    return {.status = int(status), .body = body.finished()};
}

Reply unsuccessfulReply(const Request &request, qint64 status)
{
    const QString message = Tr::tr("The provider answered %1, because a fault asks for it.").arg(status);
    json::ObjectWriter data;
    data.addInteger("status_code", status);
    data.addString("message", message);
    json::ObjectWriter body;
    body.addRaw("data", data.finished());
    body.addString("error", message);
    body.addBool("successful", false);
    if (isOldVersion(request))
        body.addBool("successfull", false);
    return {.body = body.finished()};
}

Reply largeReply(qint64 megabytes)
{
    Reply reply {.body = R"({"data":)"};
    reply.stream = fillerSource(megabytes);
    reply.tail = R"(,"error":null,"successful":true,"successfull":true})";
    return reply;
}

Reply htmlReply(qint64 status)
{
    const QByteArray words = QByteArray::number(status) + " Bad Gateway";
    return {.status = int(status),
        .body = "<html>\r\n<head><title>" + words + "</title></head>\r\n<body>\r\n<center><h1>" + words
            + "</h1></center>\r\n<hr><center>sandbox</center>\r\n</body>\r\n</html>\r\n",
        .contentType = "text/html"};
}

// The members of an answer but for its verdict, and then what is given instead.
QByteArray withVerdict(const QByteArray &body, QByteArrayView verdict)
{
    json::ObjectWriter changed;
    const json::Document document = json::Document::parse(body);
    for (json::Value member = document.root().firstChild(); member.isValid(); member = member.nextSibling()) {
        const QString name = member.key();
        if (name != QLatin1String("successful") && name != QLatin1String("successfull"))
            changed.addRaw(name.toUtf8(), member.raw());
    }
    QByteArray text = changed.finished();
    if (!verdict.isEmpty()) {
        text.chop(1);
        text += (changed.isEmpty() ? QByteArray() : QByteArray(",")) + verdict.toByteArray() + '}';
    }
    return text;
}

bool wasSuccessful(const QByteArray &body)
{
    const json::Document document = json::Document::parse(body);
    return document.root().member(u"successful").toBool().value_or(false);
}

QByteArray nested(const QByteArray &body)
{
    json::ObjectWriter changed;
    const json::Document document = json::Document::parse(body);
    for (json::Value member = document.root().firstChild(); member.isValid(); member = member.nextSibling()) {
        const bool isData = member.key() == QLatin1String("data");
        const QByteArray raw = member.raw().toByteArray();
        changed.addRaw(member.key().toUtf8(), isData ? "{\"response_data\":" + raw + '}' : raw);
    }
    return changed.finished();
}

// The whole text in one piece: what changes it has to have it.
void gather(Reply *reply)
{
    while (reply->stream) {
        const QByteArray piece = reply->stream->next();
        if (piece.isEmpty())
            break;
        reply->body += piece;
    }
    reply->body += reply->tail;
    reply->stream.reset();
    reply->tail.clear();
}

void spoilText(FaultKind kind, QByteArray &body)
{
    const bool good = wasSuccessful(body);
    switch (kind) {
    case FaultKind::InvalidJson:
        body.truncate(body.size() / 2);
        break;
    case FaultKind::InvalidUtf8:
        if (const qsizetype quote = body.indexOf('"'); quote >= 0)
            body.insert(quote + 1, "\xFF\xC3");
        break;
    case FaultKind::NoVerdict:
        body = withVerdict(body, {});
        break;
    case FaultKind::VerdictAsText:
        body = withVerdict(body, good ? R"("successfull":"true")" : R"("successfull":"false")");
        break;
    case FaultKind::Disagreeing:
        body = withVerdict(body,
            good ? R"("successful":false,"successfull":true)" : R"("successful":true,"successfull":false)");
        break;
    case FaultKind::Nested:
        body = nested(body);
        break;
    default:
        break;
    }
}

} // namespace

bool canStrike(const Fault &fault, const Request &request)
{
    return fault.kind != FaultKind::Removed || isOldVersion(request);
}

std::optional<Reply> replyInstead(const Fault &fault, const Request &request)
{
    switch (fault.kind) {
    case FaultKind::ResetBefore:
        return Reply {.body = {}, .delivery = {.end = Delivery::End::ResetAtOnce}};
    case FaultKind::Html:
        return htmlReply(fault.number);
    case FaultKind::Empty:
        return Reply {.status = int(fault.number), .body = {}};
    case FaultKind::Status:
        return statusReply(request, fault.number);
    case FaultKind::RateLimited:
        return rateLimitReply(fault.number);
    case FaultKind::Removed:
        return removedReply(request);
    case FaultKind::Unsuccessful:
        return unsuccessfulReply(request, fault.number);
    case FaultKind::Large:
        return largeReply(fault.number);
    default:
        return {};
    }
}

void spoil(const Fault &fault, Reply *reply)
{
    switch (fault.kind) {
    case FaultKind::Drip:
        reply->delivery.bytesPerSecond = fault.number;
        break;
    case FaultKind::Hang:
        reply->delivery.end = Delivery::End::Silent;
        break;
    case FaultKind::ResetDuring:
        gather(reply);
        reply->delivery.end = Delivery::End::ResetHalfway;
        break;
    case FaultKind::ResetAfter:
        reply->delivery.end = Delivery::End::ResetAtOnce;
        break;
    case FaultKind::WrongLength:
        reply->delivery.lengthError = fault.number;
        break;
    case FaultKind::CutChunk:
        gather(reply);
        reply->delivery.end = Delivery::End::CutChunk;
        break;
    case FaultKind::InvalidJson:
    case FaultKind::InvalidUtf8:
    case FaultKind::NoVerdict:
    case FaultKind::VerdictAsText:
    case FaultKind::Disagreeing:
    case FaultKind::Nested:
        gather(reply);
        spoilText(fault.kind, reply->body);
        break;
    default:
        break;
    }
}

} // namespace actionscope::sandbox
