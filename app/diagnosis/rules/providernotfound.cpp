// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"
#include "app/diagnosis/inputhints.h"

namespace actionscope::diagnosis::rules {

Claim providerNotFound(const Facts &facts)
{
    if (!facts.saysNo() || facts.provider.kind != ProviderTrouble::NotFound)
        return {};
    Diagnosis diagnosis {QStringLiteral("provider.notFound"),
        Tr::tr("The provider does not find what the input names, or the connected account may not see it.")};
    diagnosis.evidence = providerEvidence(facts);
    diagnosis.confidence = facts.provider.confidence;
    if (const auto hint = namedHint(facts)) {
        for (const Evidence &evidence : hint->evidence)
            addEvidence(diagnosis, evidence);
    }
    diagnosis.tries = {advice(Tr::tr("Check names and ids in the input, and whether this account may see them."))};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
