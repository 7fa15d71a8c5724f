// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim quota(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::Quota)
        return {};
    Diagnosis diagnosis {QStringLiteral("service.quota"),
        Tr::tr("The plan of the project does not cover this call, or its quota is used up.")};
    diagnosis.evidence = errorEvidence(facts);
    diagnosis.confidence = facts.service.confidence;
    diagnosis.tries = {advice(Tr::tr("Look at plan and usage in the dashboard."))};
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
