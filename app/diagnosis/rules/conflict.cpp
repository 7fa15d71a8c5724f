// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim conflict(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::Conflict)
        return {};
    Diagnosis diagnosis {QStringLiteral("service.conflict"),
        Tr::tr("What was asked for contradicts the state the service is in; the same thing may be there already or be changing.")};
    diagnosis.evidence = errorEvidence(facts);
    diagnosis.confidence = facts.service.confidence;
    diagnosis.tries = {advice(Tr::tr("Look what is there before executing it again."))};
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
