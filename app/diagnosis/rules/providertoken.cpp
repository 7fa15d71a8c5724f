// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/accounttries.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim providerToken(const Facts &facts)
{
    if (!facts.saysNo() || facts.provider.kind != ProviderTrouble::Token)
        return {};
    Diagnosis diagnosis {QStringLiteral("provider.token"),
        Tr::tr("The provider no longer takes the connected account's token: it expired or was revoked there.")};
    diagnosis.evidence = providerEvidence(facts);
    diagnosis.confidence = facts.provider.confidence;
    diagnosis.tries = accountTries(facts);
    diagnosis.tries.append(advice(Tr::tr("Let the user connect the account again.")));
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
