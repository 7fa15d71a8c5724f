// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim providerRefused(const Facts &facts)
{
    if (!facts.saysNo() || facts.provider.kind != ProviderTrouble::Other)
        return {};
    Diagnosis diagnosis {QStringLiteral("provider.refused"),
        Tr::tr("The action reports failure in words of its own; they are below.")};
    diagnosis.evidence = providerEvidence(facts);
    diagnosis.confidence = facts.provider.confidence;
    diagnosis.tries = {advice(Tr::tr("Read the message; the service passes on what the provider said."))};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
