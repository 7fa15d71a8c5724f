// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim serviceUnavailable(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::Unavailable)
        return {};
    Diagnosis diagnosis {QStringLiteral("service.unavailable"),
        Tr::tr("The service is not available at the moment. Nothing is wrong with the request.")};
    diagnosis.evidence = errorEvidence(facts);
    diagnosis.confidence = facts.service.confidence;
    addEvidence(diagnosis, headerEvidence(facts, "retry-after"));
    diagnosis.tries = {advice(Tr::tr("Look whether the action has happened before executing it again.")),
        {TryKind::SendAgain, Tr::tr("Execute again in a while.")}};
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
