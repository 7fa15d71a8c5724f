// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim notFound(const Facts &facts)
{
    const bool isPath = facts.service.kind == ServiceTrouble::PathNotFound;
    if (!facts.isRefused() || !(isPath || facts.service.kind == ServiceTrouble::OtherNotFound))
        return {};
    Diagnosis diagnosis {isPath ? QStringLiteral("baseUrl.pathNotFound") : QStringLiteral("request.notFound"),
        isPath ? Tr::tr("There is nothing at this address: the base URL or the API version is wrong, or the path is mistyped.")
               : Tr::tr("What the request names does not exist in this project.")};
    diagnosis.evidence = errorEvidence(facts);
    diagnosis.evidence.append(pathEvidence(facts));
    diagnosis.confidence = facts.service.by.what == EvidenceKind::Field ? facts.service.confidence : Confidence::Possible;
    diagnosis.tries = {{TryKind::OpenEnvironment, isPath ? Tr::tr("Check base URL and API version.") : Tr::tr("Check that the key is of the project that has it.")}};
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
