// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/replay/replayer.h"

#include "app/sandbox/gate.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace actionscope::sandbox {

namespace {

constexpr char replayHeader[] = "x-sandbox-replay";

// They belong to the connection that was, or every answer of the sandbox has its own.
constexpr std::array ownHeaders {"connection", "keep-alive", "transfer-encoding", "content-length", "content-encoding",
    "content-type", "trailer", "upgrade", "date", "server", "set-cookie", "x-request-id", replayHeader};

bool matters(const api::Header &header)
{
    const QByteArray name = header.name.toLower();
    const bool isOwn = std::any_of(ownHeaders.begin(), ownHeaders.end(), [&](const char *own) { return name == own; });
    const bool isPlain = std::all_of(header.value.begin(), header.value.end(),
        [](char each) { return uchar(each) >= 0x20 && uchar(each) < 0x7f; }); // what a secret stood in is not
    return !isOwn && isPlain && !name.isEmpty();
}

QByteArray described(const ReplayPick &pick)
{
    QByteArray text = pick.differences == 0 ? "exact" : "nearest";
    text += "; run=" + QUrl::toPercentEncoding(pick.run.name, ":/");
    if (pick.differences > 0)
        text += "; differences=" + QByteArray::number(pick.differences);
    return text + "; turn=" + QByteArray::number(pick.turn) + '/' + QByteArray::number(pick.turns);
}

Reply replyOf(const api::Exchange &exchange)
{
    const api::HttpAnswer &answer = exchange.answer;
    Reply reply {.status = answer.status, .body = answer.body};
    if (const auto type = api::headerValue(answer.headers, "content-type"))
        reply.contentType = *type;
    std::copy_if(answer.headers.begin(), answer.headers.end(), std::back_inserter(reply.headers), matters);
    if (exchange.fault || answer.status == 0) {
        const bool wasSilent = exchange.fault && exchange.fault->kind == api::FaultKind::TimedOut;
        reply.delivery.end = wasSilent ? Delivery::End::Silent : Delivery::End::ResetAtOnce;
    }
    return reply;
}

void answerWith(Exchange &exchange, const ReplayPick &pick)
{
    const QByteArray description = described(pick);
    exchange.notes()->replay = description;
    Reply reply = replyOf(pick.run.exchange);
    reply.headers.append(api::Header {replayHeader, description});
    exchange.answer(std::move(reply));
}

} // namespace

bool Replayer::enter(Exchange &exchange)
{
    const Request &request = exchange.request();
    const QByteArray path = request.query.isEmpty() ? request.path : request.path + '?' + request.query;
    const auto asked = api::readExecution({request.method, path, {}, request.body});
    if (!asked) {
        const auto pick = m_book.other(request.method, path, request.body);
        if (pick)
            answerWith(exchange, *pick);
        return pick.has_value();
    }
    const auto pick = m_book.execution(*asked);
    if (pick) {
        answerWith(exchange, *pick);
        return true;
    }
    exchange.notes()->replay = "none";
    Reply reply = refusalReply(request, pick.error());
    reply.headers.append(api::Header {replayHeader, "none"});
    exchange.answer(std::move(reply));
    return true;
}

} // namespace actionscope::sandbox
