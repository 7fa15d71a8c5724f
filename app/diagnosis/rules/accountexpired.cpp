// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/accounttries.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim accountExpired(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::AccountExpired)
        return {};
    Diagnosis diagnosis {QStringLiteral("account.expired"),
        Tr::tr("The connected account has expired: its token can no longer be renewed, and the user has to connect again.")};
    diagnosis.evidence = refusedAccountEvidence(facts);
    diagnosis.confidence = facts.service.confidence;
    diagnosis.tries = accountTries(facts);
    diagnosis.tries.append(advice(Tr::tr("Let the user connect again. Refreshing starts a new flow and leaves the account INITIATED until it is finished.")));
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
