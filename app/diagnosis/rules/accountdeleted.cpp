// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/accounttries.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim accountDeleted(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::AccountDeleted)
        return {};
    Diagnosis diagnosis {QStringLiteral("account.deleted"),
        Tr::tr("The connected account was deleted.")};
    diagnosis.evidence = errorEvidence(facts);
    diagnosis.confidence = facts.service.confidence;
    addEvidence(diagnosis, facts.account.isThere() ? sentEvidence(facts.account) : Evidence());
    diagnosis.tries = accountTries(facts);
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
