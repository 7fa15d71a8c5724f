// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/accounttries.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim providerScope(const Facts &facts)
{
    if (!facts.saysNo() || facts.provider.kind != ProviderTrouble::Scope)
        return {};
    Diagnosis diagnosis {QStringLiteral("provider.scope"),
        Tr::tr("The connected account may not do this at the provider: a scope was not granted, or the user has no right to it.")};
    diagnosis.evidence = providerEvidence(facts);
    diagnosis.confidence = facts.provider.confidence;
    diagnosis.tries = accountTries(facts);
    diagnosis.tries.append(advice(Tr::tr("Add the scope to the auth config and let the user connect again.")));
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
