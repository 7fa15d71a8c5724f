// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/accounttries.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim accountOfOtherApp(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::AccountOfOtherApp)
        return {};
    Diagnosis diagnosis {QStringLiteral("account.otherApp"), Tr::tr("The connected account is for another app than the action.")};
    diagnosis.evidence = errorEvidence(facts);
    if (facts.account.isThere())
        diagnosis.evidence.append(sentEvidence(facts.account));
    addEvidence(diagnosis, sentAccountEvidence(facts));
    diagnosis.confidence = Confidence::Likely;
    diagnosis.tries = accountTries(facts);
    diagnosis.tries.append({TryKind::LeaveAccountOut, Tr::tr("Leave the account out and name a user alone."), {}});
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
