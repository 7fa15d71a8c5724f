// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim providerHostUnknown(const Facts &facts)
{
    if (!facts.saysNo() || facts.provider.kind != ProviderTrouble::HostUnknown)
        return {};
    Diagnosis diagnosis {QStringLiteral("provider.dns"),
        Tr::tr("The service could not look up the provider's host: the name in the account's or auth config's address is wrong, or its look-up fails. Nothing was executed.")};
    diagnosis.evidence = providerEvidence(facts);
    diagnosis.confidence = facts.provider.confidence;
    diagnosis.tries = {advice(Tr::tr("Check the subdomain or base URL that the account was connected with.")),
        {TryKind::SendAgain, Tr::tr("Execute again in a while, if the name is right."), {}}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
