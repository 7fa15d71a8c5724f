// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim providerConflict(const Facts &facts)
{
    if (!facts.saysNo() || facts.provider.kind != ProviderTrouble::Conflict)
        return {};
    Diagnosis diagnosis {QStringLiteral("provider.conflict"),
        Tr::tr("What the action wants to make is there already, or was changed meanwhile.")};
    diagnosis.evidence = providerEvidence(facts);
    diagnosis.confidence = facts.provider.confidence;
    diagnosis.tries = {advice(Tr::tr("Look what is there at the provider, then change the input."))};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
