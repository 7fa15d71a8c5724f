// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim providerNoReason(const Facts &facts)
{
    if (!facts.saysNo() || facts.provider.kind != ProviderTrouble::NoReason)
        return {};
    Diagnosis diagnosis {QStringLiteral("provider.noReason"),
        Tr::tr("The action says that it did not succeed, and gives no reason.")};
    diagnosis.evidence = providerEvidence(facts);
    diagnosis.confidence = facts.provider.confidence;
    diagnosis.tries = {advice(Tr::tr("Look the log id up in the dashboard; its log may hold the reason."))};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
