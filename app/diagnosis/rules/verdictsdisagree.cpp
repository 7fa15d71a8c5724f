// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim verdictsDisagree(const Facts &facts)
{
    if (!facts.judgement.response || facts.exchange.fault || facts.isRefused())
        return {};
    const api::ExecuteResponse &response = *facts.judgement.response;
    if (!response.successful || !response.successfull || *response.successful == *response.successfull)
        return {};
    Diagnosis diagnosis {QStringLiteral("verdict.disagrees"),
        Tr::tr("The answer contradicts itself: “successful” says one thing and its older spelling “successfull” another. "
               "“successful” counts; a program that reads the other one sees the opposite.")};
    diagnosis.evidence = {fieldEvidence(facts, QStringLiteral("/successful")), fieldEvidence(facts, QStringLiteral("/successfull"))};
    if (!response.error.isEmpty())
        diagnosis.evidence.append(fieldEvidence(facts, QStringLiteral("/error")));
    diagnosis.tries = {advice(Tr::tr("Look whether the action has happened; then report the answer to the service."))};
    diagnosis.isWarning = response.success;
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
