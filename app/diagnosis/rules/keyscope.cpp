// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim keyScope(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::KeyScope)
        return {};
    Diagnosis diagnosis {QStringLiteral("key.scope"),
        Tr::tr("The key is valid but may not do this: it lacks the permission, as keys with a limited scope do.")};
    diagnosis.evidence = errorEvidence(facts);
    diagnosis.confidence = facts.service.confidence;
    diagnosis.tries = {{TryKind::OpenEnvironment, Tr::tr("Use a key that may execute actions, or widen its scope in the dashboard.")}};
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
