// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/accounttries.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim accountUnknown(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::AccountUnknown)
        return {};
    const QString id = facts.account.text();
    Diagnosis diagnosis {QStringLiteral("account.unknown"),
        id.isEmpty() ? Tr::tr("The service knows no connected account of this id. It may be of another project than the key.")
                     : Tr::tr("The service knows no connected account %1. It was deleted, is mistyped, or is of another project than the key.").arg(shown(id))};
    diagnosis.evidence = errorEvidence(facts);
    if (facts.account.isThere())
        diagnosis.evidence.append(sentEvidence(facts.account));
    const bool isOldId = facts.isV3() && id.size() == 36 && id.count(QLatin1Char('-')) == 4;
    if (isOldId) {
        diagnosis.sentence = Tr::tr("v3 names accounts ca_…; the id that was sent has the form of v1 and v2.");
        diagnosis.cause = QStringLiteral("account.oldId");
    }
    diagnosis.confidence = isOldId ? Confidence::Likely : facts.service.confidence;
    diagnosis.tries = accountTries(facts);
    diagnosis.tries.append({TryKind::LeaveAccountOut, Tr::tr("Leave the account out; the service then picks the user's newest."), {}});
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
