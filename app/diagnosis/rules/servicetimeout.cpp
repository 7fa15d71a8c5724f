// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim serviceTimeout(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::Timeout)
        return {};
    Diagnosis diagnosis {QStringLiteral("service.timeout"),
        Tr::tr("The service, or a gateway in front of it, gave up waiting. The action may have happened.")};
    diagnosis.evidence = errorEvidence(facts);
    diagnosis.confidence = facts.service.confidence;
    diagnosis.tries = {advice(Tr::tr("Look whether the action has happened before executing it again.")),
        {TryKind::SendAgain, Tr::tr("Execute again if it has not.")}};
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
