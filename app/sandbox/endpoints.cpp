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

QString accountFix()
{
    return Tr::tr("List the connected accounts and use the id of one of them.");
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
        refuse(exchange,
            {RefusalKind::AccountDeleted, Tr::tr("The connected account %1 was deleted.").arg(id), accountFix()});
    else
        refuse(exchange,
            {RefusalKind::ConnectionNotFound, Tr::tr("There is no connected account with the id \"%1\".").arg(id),
                accountFix()});
    return nullptr;
}

const AuthConfig *namedConfig(const Endpoints &endpoints, Exchange &exchange, const QString &id)
{
    const AuthConfig *config = endpoints.accounts.findConfig(id);
    if (config && !config->isDeleted)
        return config;
    const bool isOld = exchange.request().path.startsWith("/api/v1/") || exchange.request().path.startsWith("/api/v2/");
    refuse(exchange, isOld ? integrationNotFound(id) : configNotFound(id));
    return nullptr;
}

Refusal appNotFound(const QString &key)
{
    return {RefusalKind::AppNotFound, Tr::tr("There is no app \"%1\" here.").arg(key),
        Tr::tr("List the apps and use the key of one of them.")};
}

Refusal configNotFound(const QString &id)
{
    return {RefusalKind::ConfigNotFound, Tr::tr("There is no auth config with the id \"%1\".").arg(id),
        Tr::tr("List the auth configs and use the id of one of them.")};
}

Refusal integrationNotFound(const QString &id)
{
    return {RefusalKind::ConfigNotFound, Tr::tr("There is no integration with the id \"%1\".").arg(id),
        Tr::tr("List the integrations and use the id of one of them.")};
}

} // namespace actionscope::sandbox
