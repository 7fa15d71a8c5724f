// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim otherAnswer(const Facts &facts)
{
    const bool isExecution = facts.operation == Operation::Execute || facts.operation == Operation::Unknown;
    if (facts.exchange.fault || facts.status() < 200 || facts.status() >= 300 || !facts.judgement.document.isValid()
        || facts.judgement.response || !isExecution)
        return {};
    Diagnosis diagnosis {QStringLiteral("answer.notExecution"),
        Tr::tr("The answer is JSON, but not that of an execution: it has none of data, successful and error. Another service may "
               "be answering, or another endpoint was called.")};
    diagnosis.confidence = Confidence::Likely;
    diagnosis.evidence = {statusEvidence(facts)};
    const json::Value first = facts.root().firstChild();
    if (first.hasKey())
        diagnosis.evidence.append(fieldEvidence(facts, QLatin1Char('/') + first.key()));
    else
        diagnosis.evidence.append({EvidenceKind::Field, Side::Answer, {}, shownRaw(facts.root())});
    diagnosis.tries = {{TryKind::OpenEnvironment, Tr::tr("Check that the base URL leads to the service itself.")}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
