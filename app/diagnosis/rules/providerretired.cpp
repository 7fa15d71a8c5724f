// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim providerRetired(const Facts &facts)
{
    if (!facts.saysNo() || facts.provider.kind != ProviderTrouble::Retired)
        return {};
    Diagnosis diagnosis {QStringLiteral("provider.retired"),
        Tr::tr("The provider no longer offers the version of its own API that this version of the action calls.")};
    diagnosis.evidence = providerEvidence(facts);
    diagnosis.confidence = facts.provider.confidence;
    diagnosis.tries = {{TryKind::UseVersion, Tr::tr("Ask for the latest version of the action."), {{QStringLiteral("version"), QStringLiteral("latest")}}}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
