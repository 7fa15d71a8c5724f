// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim providerGone(const Facts &facts)
{
    if (!facts.saysNo() || facts.provider.kind != ProviderTrouble::Gone)
        return {};
    Diagnosis diagnosis {QStringLiteral("provider.gone"),
        Tr::tr("What the action asks for is switched off or was deleted at the provider.")};
    diagnosis.evidence = providerEvidence(facts);
    diagnosis.confidence = facts.provider.confidence;
    diagnosis.tries = {advice(Tr::tr("Look at the provider whether it is there and switched on; nothing in the request brings it back."))};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
