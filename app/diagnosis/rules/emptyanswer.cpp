// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim emptyAnswer(const Facts &facts)
{
    const int status = facts.status();
    if (facts.exchange.fault || status < 200 || status >= 300 || !facts.exchange.answer.body.isEmpty())
        return {};
    Diagnosis diagnosis {QStringLiteral("answer.empty"),
        Tr::tr("The answer has no body, so it does not say whether the action succeeded. It may have happened.")};
    diagnosis.evidence = {statusEvidence(facts)};
    addEvidence(diagnosis, headerEvidence(facts, "content-length"));
    diagnosis.tries = {advice(Tr::tr("Look whether the action has happened before executing it again.")),
        {TryKind::OpenEnvironment, Tr::tr("Check that the base URL leads to the service itself.")}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
