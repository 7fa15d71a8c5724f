// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim authFlow(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::AuthFlow)
        return {};
    Diagnosis diagnosis {QStringLiteral("connection.authFlow"),
        Tr::tr("Connecting the account did not come to its end: the flow lost its state, or the provider gave no token.")};
    diagnosis.evidence = errorEvidence(facts);
    diagnosis.confidence = facts.service.confidence;
    diagnosis.confidence = Confidence::Likely;
    diagnosis.tries = {advice(Tr::tr("Start the connection anew and finish it within ten minutes."))};
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
