// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim providerQuota(const Facts &facts)
{
    if (!facts.saysNo() || facts.provider.kind != ProviderTrouble::Quota)
        return {};
    Diagnosis diagnosis {QStringLiteral("provider.quota"),
        Tr::tr("The plan at the provider does not cover this call, or its quota is used up.")};
    diagnosis.evidence = providerEvidence(facts);
    diagnosis.confidence = facts.provider.confidence;
    diagnosis.tries = {advice(Tr::tr("Look at plan and usage at the provider."))};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
