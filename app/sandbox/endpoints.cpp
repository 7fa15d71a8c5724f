// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/endpoints.h"

#include "app/base/tr.h"
#include "app/sandbox/gate.h"

#include <QTimer>

namespace actionscope::sandbox {

void answerAfter(Exchange &exchange, std::chrono::milliseconds time, Reply reply)
{
    if (time.count() <= 0)
        return exchange.answer(std::move(reply));
    QTimer::singleShot(time, Qt::PreciseTimer, &exchange,
        [&exchange, reply = std::move(reply)] { exchange.answer(reply); });
}

const Account *namedAccount(const Endpoints &endpoints, Exchange &exchange, const QString &id)
{
    const Account *account = endpoints.accounts.find(id);
    if (account && !account->isDeleted)
        return account;
    if (account)
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
