// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/endpoints.h"

#include "app/base/tr.h"
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

bool actsFor(Exchange &exchange, const QString &user)
{
    const bool isFine = exchange.onlyUser().isEmpty() || exchange.onlyUser() == user;
    if (!isFine)
        refuse(exchange, otherUser(user));
    return isFine;
}

const Account *namedAccount(const Endpoints &endpoints, Exchange &exchange, const QString &id)
{
    const Account *account = endpoints.accounts.find(id);
    const bool isOthers = account && !exchange.onlyUser().isEmpty() && account->user != exchange.onlyUser();
    if (account && !account->isDeleted && !isOthers)
        return account;
    if (account && !isOthers)
        refuse(exchange, {RefusalKind::AccountDeleted, Tr::tr("The connected account %1 was deleted.").arg(id)});
    else
        refuse(exchange,
            {RefusalKind::ConnectionNotFound, Tr::tr("There is no connected account with the id \"%1\".").arg(id)});
    return nullptr;
}

const AuthConfig *namedConfig(const Endpoints &endpoints, Exchange &exchange, const QString &id)
{
    const AuthConfig *config = endpoints.accounts.findConfig(id);
    if (config && !config->isDeleted)
        return config;
    refuse(exchange, {RefusalKind::ConfigNotFound, Tr::tr("There is no auth config with the id \"%1\".").arg(id)});
    return nullptr;
}

} // namespace actionscope::sandbox
