// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim dashboardAccount(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::NoAccount)
        return {};
    const QList<api::ConnectedAccount> accounts = facts.accounts();
    QList<api::ConnectedAccount> generated;
    for (const api::ConnectedAccount &account : accounts) {
        if (account.userId.startsWith(QLatin1String("pg-test-")) && account.isUsable())
            generated.append(account);
        else if (account.isUsable())
            return {}; // somebody else has one, too
    }
    if (generated.isEmpty())
        return {};
    const api::ConnectedAccount &account = generated.first();
    Diagnosis diagnosis {QStringLiteral("account.dashboard"),
        Tr::tr("The account was made in the dashboard and belongs to the generated user “%1”, not to the user the request names.").arg(account.userId)};
    diagnosis.evidence = errorEvidence(facts);
    if (facts.entity.isThere())
        diagnosis.evidence.append(sentEvidence(facts.entity));
    diagnosis.evidence.append(catalogEvidence(account.id, Tr::tr("%1 of “%2” is %3").arg(account.id, account.userId, account.statusWord)));
    diagnosis.confidence = Confidence::Likely;
    diagnosis.tries = {{TryKind::UseAccount, Tr::tr("Use that account, with its user."),
        {{QStringLiteral("connectedAccountId"), account.id}, {QStringLiteral("entityId"), account.userId}}}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
