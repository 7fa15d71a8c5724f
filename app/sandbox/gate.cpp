// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/gate.h"

#include "app/base/tr.h"
#include "app/sandbox/wire/v2shape.h"
#include "app/sandbox/wire/v3shape.h"

namespace actionscope::sandbox {

namespace {

// What needs no key: its address is the permission, or it says nothing of anybody.
bool isOpen(const QByteArray &path)
{
    return path.startsWith("/files/") || path.startsWith("/connect/") || path == "/openapi.json" || path == "/health";
}

} // namespace

Reply refusalReply(const Request &request, const Refusal &refusal)
{
    const bool isOld = request.path.startsWith("/api/v1/") || request.path.startsWith("/api/v2/");
    return isOld ? v2::refusalReply(refusal, request.id) : v3::refusalReply(refusal, request.id);
}

Gate::Gate(const Router &router, QByteArray apiKey, QList<AccessKey> more)
    : m_router(router)
    , m_apiKey(std::move(apiKey))
    , m_more(std::move(more))
{
}

std::optional<AccessKey> Gate::accessOf(const QByteArray &key) const
{
    if (key == m_apiKey) {
        AccessKey whole; // may do all
        whole.key = key;
        return whole;
    }
    for (const AccessKey &access : m_more) {
        if (access.key == key)
            return access;
    }
    return std::nullopt;
}

void Gate::enter(Exchange &exchange) const
{
    const Request &request = exchange.request();
    if (isOpen(request.path) && m_router.dispatch(exchange))
        return;
    const auto key = api::headerValue(request.headers, "x-api-key");
    if (!key) {
        return refuse(exchange,
            {RefusalKind::Unauthorised, Tr::tr("The request has no API key."),
                Tr::tr("Send the key in the header x-api-key.")});
    }
    const auto access = accessOf(*key);
    if (!access) {
        return refuse(exchange,
            {RefusalKind::Unauthorised, Tr::tr("The API key is not valid."),
                Tr::tr("Send the key this sandbox was started with; it changes on every start unless it is given.")});
    }
    if (const AccessKey::Scope needed = scopeOf(request.method, request.path); !access->scopes.testFlag(needed)) {
        return refuse(exchange,
            {RefusalKind::KeyLacksScope, Tr::tr("The API key has not the scope \"%1\".").arg(scopeName(needed)),
                Tr::tr("Use a key that has it.")});
    }
    exchange.limitTo(access->user);
    if (m_replayer && m_replayer->enter(exchange))
        return;
    if (!m_router.dispatch(exchange)) {
        refuse(exchange,
            {RefusalKind::PathNotFound,
                Tr::tr("There is nothing at %1 %2.")
                    .arg(QString::fromLatin1(request.method), QString::fromLatin1(request.path)),
                Tr::tr("Check the path; executions go to /api/v2/actions/{id}/execute or "
                       "/api/v3/tools/execute/{slug}.")});
    }
}

void refuse(Exchange &exchange, const Refusal &refusal)
{
    exchange.answer(refusalReply(exchange.request(), refusal));
}

Reply httpRefusal(const Request &request, HttpTrouble trouble)
{
    switch (trouble) {
    case HttpTrouble::Malformed:
        return refusalReply(request,
            {RefusalKind::BadBody, Tr::tr("The request is not proper HTTP."),
                Tr::tr("Check its request line, headers and length.")});
    case HttpTrouble::HeadTooLarge:
        return refusalReply(request,
            {RefusalKind::BadBody, Tr::tr("The request has more or larger headers than the sandbox reads."),
                Tr::tr("Send fewer headers.")});
    case HttpTrouble::BodyTooLarge:
        return refusalReply(request,
            {RefusalKind::TooLarge, Tr::tr("The body is larger than the sandbox reads."),
                Tr::tr("Send at most 64 MB.")});
    case HttpTrouble::TooSlow:
        return refusalReply(request,
            {RefusalKind::TooSlow, Tr::tr("The request was begun and not finished in time."),
                Tr::tr("Send it as a whole.")});
    case HttpTrouble::Internal:
        break;
    }
    return refusalReply(request,
        {RefusalKind::Internal, Tr::tr("The sandbox could not answer this request."),
            Tr::tr("Its log says more; report it with the request id.")});
}

} // namespace actionscope::sandbox
