// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim answerTooLarge(const Facts &facts)
{
    if (!facts.hasFault(api::FaultKind::TooLarge))
        return {};
    Diagnosis diagnosis {QStringLiteral("answer.tooLarge"),
        Tr::tr("The answer is larger than this program takes. The action itself was executed.")};
    diagnosis.evidence = {phaseEvidence(QStringLiteral("receive"), facts.exchange.fault->sentence)};
    addEvidence(diagnosis, headerEvidence(facts, "content-length"));
    diagnosis.tries = {advice(Tr::tr("Ask for less: fewer items a page, or fewer fields."))};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
