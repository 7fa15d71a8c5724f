// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/accounttries.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

#include <algorithm>

namespace actionscope::diagnosis {

namespace {

constexpr qsizetype mostAccounts = 3;

} // namespace

QList<Try> accountTries(const Facts &facts)
{
    QList<api::ConnectedAccount> usable = facts.accounts();
    const QString sent = facts.account.text();
    usable.removeIf([&](const api::ConnectedAccount &account) { return !account.isUsable() || account.id == sent; });
    const QString user = facts.entity.text();
    std::stable_sort(usable.begin(), usable.end(), [&](const auto &left, const auto &right) {
        return (left.userId == user) > (right.userId == user);
    });
    QList<Try> tries;
    for (const api::ConnectedAccount &account : usable.first(std::min(mostAccounts, usable.size()))) {
        tries.append({TryKind::UseAccount, Tr::tr("Use the account %1 of “%2”, which is %3.").arg(account.id, account.userId, account.statusWord),
            {{QStringLiteral("connectedAccountId"), account.id}, {QStringLiteral("entityId"), account.userId}}});
    }
    if (tries.isEmpty())
        tries.append({TryKind::ReadCatalog, Tr::tr("Read the accounts anew and look who has one."), {}});
    return tries;
}

Evidence sentAccountEvidence(const Facts &facts)
{
    const api::ConnectedAccount *known = facts.sentAccount();
    if (!known)
        return catalogEvidence({}, {});
    const QString state = known->isDisabled ? Tr::tr("%1, disabled").arg(known->statusWord) : known->statusWord;
    return catalogEvidence(known->id, Tr::tr("%1 is of “%2” for %3: %4").arg(known->id, known->userId, known->appKey, state));
}

QList<Evidence> refusedAccountEvidence(const Facts &facts)
{
    QList<Evidence> evidence = errorEvidence(facts);
    for (const Sent *sent : {&facts.account, &facts.entity}) {
        if (sent->isThere())
            evidence.append(sentEvidence(*sent));
    }
    if (const Evidence known = sentAccountEvidence(facts); !known.text.isEmpty())
        evidence.append(known);
    return evidence;
}

QString userWords(const Facts &facts)
{
    if (!facts.entity.text().isEmpty())
        return Tr::tr("the user “%1”").arg(facts.entity.text());
    if (facts.exchange.request.body.isEmpty())
        return Tr::tr("the user of the request");
    return facts.isV3() ? Tr::tr("the request, which names no user") : Tr::tr("the user “default”");
}

} // namespace actionscope::diagnosis
