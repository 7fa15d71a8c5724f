// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim providerNotMember(const Facts &facts)
{
    if (!facts.saysNo() || facts.provider.kind != ProviderTrouble::NotMember)
        return {};
    Diagnosis diagnosis {QStringLiteral("provider.notMember"),
        Tr::tr("The connected account is no member of the channel or group that the input names, so the provider does not let it act there.")};
    diagnosis.evidence = providerEvidence(facts);
    diagnosis.confidence = facts.provider.confidence;
    diagnosis.tries = {advice(Tr::tr("Invite the app or the user to it, or name another one in the input."))};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
