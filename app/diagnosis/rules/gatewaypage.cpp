// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim gatewayPage(const Facts &facts)
{
    if (facts.exchange.fault || !facts.isHtml || facts.status() < 500)
        return {};
    Diagnosis diagnosis {QStringLiteral("service.gateway"),
        Tr::tr("A gateway in front of the service answered, because it could not reach the service or did not get an answer in "
               "time.")};
    diagnosis.confidence = Confidence::Likely;
    diagnosis.evidence = {statusEvidence(facts)};
    addEvidence(diagnosis, headerEvidence(facts, "content-type"));
    addEvidence(diagnosis, headerEvidence(facts, "server"));
    addEvidence(diagnosis, headerEvidence(facts, "retry-after"));
    diagnosis.tries = {advice(Tr::tr("Look whether the action has happened before executing it again.")),
        {TryKind::SendAgain, Tr::tr("Execute again in a while.")}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
