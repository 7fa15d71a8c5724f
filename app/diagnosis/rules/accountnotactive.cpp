// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/accounttries.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim accountNotActive(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::AccountNotActive)
        return {};
    Diagnosis diagnosis {QStringLiteral("account.notActive"),
        Tr::tr("The connected account is not ACTIVE: the user never finished connecting it, a refresh began anew, or it was disabled.")};
    diagnosis.evidence = refusedAccountEvidence(facts);
    diagnosis.confidence = facts.service.confidence;
    diagnosis.tries = accountTries(facts);
    diagnosis.tries.append(advice(Tr::tr("Let the user finish connecting. Refreshing an account sets it to INITIATED until the flow is finished.")));
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
