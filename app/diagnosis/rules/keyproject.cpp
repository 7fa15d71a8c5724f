// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim keyProject(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::KeyProject)
        return {};
    Diagnosis diagnosis {QStringLiteral("key.project"),
        Tr::tr("The key is of another project than what it asks for.")};
    diagnosis.evidence = errorEvidence(facts);
    diagnosis.confidence = facts.service.confidence;
    diagnosis.tries = {{TryKind::OpenEnvironment, Tr::tr("Use the key of the project that owns the account.")}};
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
