// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim requestTooLarge(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::TooLarge)
        return {};
    Diagnosis diagnosis {QStringLiteral("request.tooLarge"),
        Tr::tr("The request is larger than the service takes.")};
    diagnosis.evidence = errorEvidence(facts);
    diagnosis.confidence = facts.service.confidence;
    if (!facts.exchange.request.body.isEmpty())
        diagnosis.evidence.append(requestEvidence({}, Tr::tr("sent a body of %1 bytes").arg(facts.exchange.request.body.size())));
    diagnosis.tries = {advice(Tr::tr("Upload large contents as a file and send its key."))};
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
