// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim apiRemoved(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::Removed)
        return {};
    Diagnosis diagnosis {QStringLiteral("api.removed"),
        Tr::tr("This version of the API was switched off: the service has answered v1 and v2 with 410 since June 2026.")};
    diagnosis.evidence = {statusEvidence(facts), pathEvidence(facts)};
    diagnosis.evidence += errorEvidence(facts);
    diagnosis.confidence = facts.version ? Confidence::Sure : Confidence::Likely;
    diagnosis.tries = {{TryKind::SwitchApi, Tr::tr("Use v3.1, which takes the same action and input."), {{QStringLiteral("api"), QStringLiteral("v3.1")}}}};
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
