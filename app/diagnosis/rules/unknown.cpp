// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

#include <algorithm>

namespace actionscope::diagnosis::rules {

Claim unknown(const Facts &facts)
{
    const bool isSilent = facts.isSuccess() || (facts.operation != Operation::Execute && facts.operation != Operation::Unknown
                              && !facts.exchange.fault && facts.status() < 300);
    if (isSilent)
        return {};
    Diagnosis diagnosis {QStringLiteral("unknown"), Tr::tr("The cause is not known. These are the facts as they came.")};
    diagnosis.confidence = Confidence::Possible;
    if (facts.exchange.fault)
        diagnosis.evidence.append(phaseEvidence(QStringLiteral("wait"), facts.exchange.fault->sentence));
    if (facts.status() > 0)
        diagnosis.evidence.append(statusEvidence(facts));
    addEvidence(diagnosis, headerEvidence(facts, "content-type"));
    for (const Said &said : facts.sayings.texts().first(std::min<qsizetype>(3, facts.sayings.texts().size())))
        addEvidence(diagnosis, saidEvidence(said));
    if (facts.sayings.texts().isEmpty() && !facts.exchange.answer.body.isEmpty()) {
        diagnosis.evidence.append({EvidenceKind::Field, Side::Answer, QStringLiteral("@0"),
            Tr::tr("the body begins with %1").arg(shown(QString::fromUtf8(facts.exchange.answer.body.left(120))))});
    }
    addEvidence(diagnosis, headerEvidence(facts, "x-request-id"));
    diagnosis.tries = {advice(Tr::tr("Give request id, time and action to the service's support."))};
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
