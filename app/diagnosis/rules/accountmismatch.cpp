// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/accounttries.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim accountMismatch(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::AccountMismatch)
        return {};
    Diagnosis diagnosis {QStringLiteral("account.mismatch"),
        Tr::tr("The connected account belongs to another user than the request names.")};
    diagnosis.evidence = refusedAccountEvidence(facts);
    diagnosis.confidence = facts.service.confidence;
    if (const api::ConnectedAccount *known = facts.sentAccount(); known && !known->userId.isEmpty()) {
        diagnosis.sentence = Tr::tr("The connected account belongs to “%1”, not to %2.").arg(known->userId, userWords(facts));
        diagnosis.tries.append({TryKind::UseAccount, Tr::tr("Name its own user, “%1”.").arg(known->userId),
            {{QStringLiteral("connectedAccountId"), known->id}, {QStringLiteral("entityId"), known->userId}}});
    }
    diagnosis.tries.append({TryKind::LeaveAccountOut, Tr::tr("Leave the account out; the service then picks the user's newest."), {}});
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
