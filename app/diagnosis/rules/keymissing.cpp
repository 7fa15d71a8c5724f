// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim keyMissing(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::KeyMissing)
        return {};
    Diagnosis diagnosis {QStringLiteral("key.missing"),
        Tr::tr("The request brought no API key.")};
    diagnosis.evidence = errorEvidence(facts);
    diagnosis.confidence = facts.service.confidence;
    diagnosis.tries = {{TryKind::OpenEnvironment, Tr::tr("Enter the key of the project.")}};
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
