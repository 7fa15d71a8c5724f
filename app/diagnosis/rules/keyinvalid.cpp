// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim keyInvalid(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::KeyInvalid)
        return {};
    const bool isMissing = facts.around.key == KeyKind::Missing;
    Diagnosis diagnosis {isMissing ? QStringLiteral("key.missing") : QStringLiteral("key.invalid"),
        isMissing ? Tr::tr("The request brought no API key.")
                  : Tr::tr("The service does not take the API key: it is wrong, revoked, or of another service. A key without the "
                           "needed scope is refused in the same words.")};
    diagnosis.evidence = errorEvidence(facts);
    if (isMissing)
        diagnosis.evidence.append({EvidenceKind::Header, Side::Request, QStringLiteral("x-api-key"), Tr::tr("no x-api-key was sent")});
    diagnosis.confidence = isMissing ? Confidence::Sure : facts.service.confidence;
    diagnosis.tries = {{TryKind::OpenEnvironment, Tr::tr("Enter the key anew and test it.")},
        advice(Tr::tr("Asking again with the same key changes nothing; a program that polls should stop at 401."))};
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
