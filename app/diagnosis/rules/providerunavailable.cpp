// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim providerUnavailable(const Facts &facts)
{
    if (!facts.saysNo() || facts.provider.kind != ProviderTrouble::Unavailable)
        return {};
    Diagnosis diagnosis {QStringLiteral("provider.unavailable"),
        Tr::tr("The provider behind the action failed by itself. Nothing need be wrong with the request.")};
    diagnosis.evidence = providerEvidence(facts);
    diagnosis.confidence = facts.provider.confidence;
    diagnosis.tries = {{TryKind::SendAgain, Tr::tr("Execute again in a while.")}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
