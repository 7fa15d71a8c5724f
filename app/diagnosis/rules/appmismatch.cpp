// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim appMismatch(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::AppMismatch)
        return {};
    Diagnosis diagnosis {QStringLiteral("request.appName"),
        Tr::tr("appName names another app than the action belongs to.")};
    diagnosis.evidence = errorEvidence(facts);
    diagnosis.confidence = facts.service.confidence;
    addEvidence(diagnosis, facts.appName.isThere() ? sentEvidence(facts.appName) : Evidence());
    diagnosis.tries = {{TryKind::RemoveField, Tr::tr("Leave appName out; the action id says it."), {{QStringLiteral("field"), QStringLiteral("appName")}}}};
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
