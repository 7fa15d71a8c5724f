// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim providerTimeout(const Facts &facts)
{
    if (!facts.saysNo() || facts.provider.kind != ProviderTrouble::Timeout)
        return {};
    Diagnosis diagnosis {QStringLiteral("provider.timeout"),
        Tr::tr("The provider did not answer the service in time. The action may have happened.")};
    diagnosis.evidence = providerEvidence(facts);
    diagnosis.confidence = facts.provider.confidence;
    diagnosis.tries = {advice(Tr::tr("Look whether the action has happened before executing it again.")),
        {TryKind::SendAgain, Tr::tr("Execute again if it has not.")}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
