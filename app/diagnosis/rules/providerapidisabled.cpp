// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim providerApiDisabled(const Facts &facts)
{
    if (!facts.saysNo() || facts.provider.kind != ProviderTrouble::ApiDisabled)
        return {};
    Diagnosis diagnosis {QStringLiteral("provider.apiDisabled"),
        Tr::tr("The provider's API is not switched on for the project that the auth config's credentials belong to.")};
    diagnosis.evidence = providerEvidence(facts);
    diagnosis.confidence = facts.provider.confidence;
    diagnosis.tries = {advice(Tr::tr("Switch the API on in the provider's console, for the project that the provider names, and execute again some minutes later.")),
        {TryKind::SendAgain, Tr::tr("Execute again when it is switched on."), {}}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
