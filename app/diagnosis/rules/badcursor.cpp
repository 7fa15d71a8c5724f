// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim badCursor(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::BadCursor)
        return {};
    Diagnosis diagnosis {QStringLiteral("request.cursor"),
        Tr::tr("The cursor of the list is not one this service gave, or it was changed on the way.")};
    diagnosis.evidence = errorEvidence(facts);
    diagnosis.confidence = facts.service.confidence;
    diagnosis.evidence.append(pathEvidence(facts));
    diagnosis.tries = {advice(Tr::tr("Begin the list anew, without a cursor."))};
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
