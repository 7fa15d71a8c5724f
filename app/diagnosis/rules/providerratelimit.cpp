// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"
#include "app/diagnosis/waittime.h"

namespace actionscope::diagnosis::rules {

Claim providerRateLimit(const Facts &facts)
{
    if (!facts.saysNo() || facts.provider.kind != ProviderTrouble::RateLimit)
        return {};
    Diagnosis diagnosis {QStringLiteral("provider.rateLimit"),
        Tr::tr("The provider behind the action limits how often it may be called, and the limit is reached.")};
    diagnosis.evidence = providerEvidence(facts);
    diagnosis.confidence = facts.provider.confidence;
    diagnosis.tries = {{TryKind::SendAgain, waitSentence(secondsToWait(facts), Tr::tr("Execute again in a while; the provider does not say when.")), {}},
        advice(Tr::tr("Ask for more at once and less often."))};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
