// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim verdictMissing(const Facts &facts)
{
    if (!facts.judgement.response || facts.exchange.fault || facts.isRefused() || facts.judgement.response->successful)
        return {};
    const api::ExecuteResponse &response = *facts.judgement.response;
    const bool isWarning = response.success;
    if (!isWarning)
        return {};
    Diagnosis diagnosis;
    diagnosis.isWarning = true;
    if (response.successfull) {
        diagnosis.cause = QStringLiteral("verdict.misspelt");
        diagnosis.sentence = Tr::tr("The answer has no “successful”, only its older spelling “successfull”, which decided. SDKs of v3 "
                                    "fail on such an answer.");
        diagnosis.evidence = {fieldEvidence(facts, QStringLiteral("/successfull"))};
        diagnosis.tries = {advice(Tr::tr("A program should read “successful”, then “successfull”, as boolean or text."))};
    } else {
        diagnosis.cause = QStringLiteral("verdict.missing");
        diagnosis.sentence = Tr::tr("The answer does not say whether the action succeeded. It counts as successful because it names no error.");
        diagnosis.confidence = Confidence::Possible;
        diagnosis.evidence = {fieldEvidence(facts, QStringLiteral("/successful"))};
        diagnosis.tries = {advice(Tr::tr("Look whether the action has happened."))};
    }
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
