// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim providerBlocked(const Facts &facts)
{
    if (!facts.saysNo() || facts.provider.kind != ProviderTrouble::Blocked)
        return {};
    Diagnosis diagnosis {QStringLiteral("provider.blocked"),
        Tr::tr("A web page came back in the place of the provider's answer: a protection in front of the provider keeps the service out, or a login is wanted.")};
    diagnosis.evidence = providerEvidence(facts);
    diagnosis.confidence = facts.provider.confidence;
    diagnosis.tries = {advice(Tr::tr("Check the provider's address in the auth config, and ask whether the provider lets the service's addresses in.")),
        {TryKind::SendAgain, Tr::tr("Execute again in a while."), {}}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
