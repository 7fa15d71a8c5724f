// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim errorDespiteSuccess(const Facts &facts)
{
    if (!facts.isSuccess() || !facts.judgement.response)
        return {};
    const bool hasError = !facts.judgement.response->error.isEmpty();
    const auto &status = facts.sayings.status();
    const bool hasStatus = status && status->where.pointer == QLatin1String("/data/status_code");
    if (!hasError && !hasStatus)
        return {};
    Diagnosis diagnosis {QStringLiteral("verdict.errorDespiteSuccess"),
        Tr::tr("The answer says that the action succeeded, and names an error all the same. What was asked for may not have happened.")};
    diagnosis.confidence = Confidence::Likely;
    diagnosis.isWarning = true;
    diagnosis.evidence = {fieldEvidence(facts, QStringLiteral("/successful"))};
    if (hasError)
        diagnosis.evidence.append(fieldEvidence(facts, QStringLiteral("/error")));
    if (hasStatus)
        diagnosis.evidence.append(saidEvidence(status->where));
    diagnosis.tries = {advice(Tr::tr("Look whether the action has happened."))};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
