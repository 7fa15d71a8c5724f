// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim forbidden(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::Forbidden)
        return {};
    Diagnosis diagnosis {QStringLiteral("key.forbidden"),
        Tr::tr("The service knows who asks and refuses all the same: the key may lack a permission, or the address is not on its allow-list.")};
    diagnosis.evidence = errorEvidence(facts);
    diagnosis.confidence = facts.service.confidence;
    diagnosis.confidence = Confidence::Possible;
    diagnosis.tries = {{TryKind::OpenEnvironment, Tr::tr("Use a key that may execute actions.")},
        advice(Tr::tr("Ask whether the project only lets certain addresses in."))};
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
