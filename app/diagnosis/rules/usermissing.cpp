// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/accounttries.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim userMissing(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::UserMissing)
        return {};
    Diagnosis diagnosis {QStringLiteral("account.userMissing"),
        Tr::tr("v3 wants the user (entityId, user_id) beside the connected account, and none was sent.")};
    diagnosis.evidence = errorEvidence(facts);
    if (facts.account.isThere())
        diagnosis.evidence.append(sentEvidence(facts.account));
    addEvidence(diagnosis, sentAccountEvidence(facts));
    diagnosis.confidence = facts.service.confidence;
    if (const api::ConnectedAccount *known = facts.sentAccount(); known && !known->userId.isEmpty()) {
        diagnosis.tries.append({TryKind::UseAccount, Tr::tr("Send its user “%1” beside it.").arg(known->userId),
            {{QStringLiteral("connectedAccountId"), known->id}, {QStringLiteral("entityId"), known->userId}}});
    } else {
        diagnosis.tries.append({TryKind::UseEntity, Tr::tr("Send a user; accounts that nobody named belong to “default”."),
            {{QStringLiteral("entityId"), QStringLiteral("default")}}});
    }
    diagnosis.tries.append({TryKind::LeaveAccountOut, Tr::tr("Leave the account out and name a user alone."), {}});
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
