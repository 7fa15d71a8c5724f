// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim serviceError(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::ServerError)
        return {};
    Diagnosis diagnosis {QStringLiteral("service.error"),
        Tr::tr("The service failed by itself. The action may have happened.")};
    diagnosis.evidence = errorEvidence(facts);
    diagnosis.confidence = facts.service.confidence;
    addEvidence(diagnosis, headerEvidence(facts, "x-request-id"));
    diagnosis.tries = {advice(Tr::tr("Look whether the action has happened before executing it again.")),
        advice(Tr::tr("If it stays, give the request id to the service's support."))};
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
