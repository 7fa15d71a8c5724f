// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/endpoints.h"

#include "app/sandbox/gate.h"

#include <QTimer>

namespace actionscope::sandbox {

namespace {

void answerAfter(Exchange &exchange, std::chrono::milliseconds time, Reply reply)
{
    if (time.count() <= 0)
        return exchange.answer(std::move(reply));
    QTimer::singleShot(time, Qt::PreciseTimer, &exchange,
        [&exchange, reply = std::move(reply)] { exchange.answer(reply); });
}

} // namespace

void answerWith(Exchange &exchange, const Upstreams &upstreams, const Outcome &outcome,
    const std::function<Reply(const Outcome &outcome)> &shape)
{
    if (!outcome.errand)
        return answerAfter(exchange, outcome.after, shape(outcome));
    upstreams.fetch(outcome.errand->request, &exchange,
        [&exchange, errand = outcome.errand, shape](const UpstreamAnswer &answer) {
            const auto made = errand->finish(answer);
            if (!made)
                return refuse(exchange, {RefusalKind::Internal, made.error().sentence, made.error().hint});
            Reply reply = shape(*made);
            reply.secrets = errand->secrets;
            exchange.answer(std::move(reply));
        });
}

} // namespace actionscope::sandbox
