// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim actionDeprecated(const Facts &facts)
{
    const api::ActionInfo *known = facts.action();
    const bool isGone = facts.isRefused()
        && (facts.service.kind == ServiceTrouble::ActionNotFound || facts.service.kind == ServiceTrouble::ActionGone);
    if (!isGone || !known || !known->isDeprecated)
        return {};
    Diagnosis diagnosis {QStringLiteral("action.deprecated"),
        known->successor.isEmpty() ? Tr::tr("The action was deprecated and is no longer there.")
                                   : Tr::tr("The action was deprecated in favour of %1 and is no longer there.").arg(known->successor)};
    diagnosis.evidence = errorEvidence(facts);
    diagnosis.evidence.append(catalogEvidence(known->id, Tr::tr("the catalogue calls it deprecated")));
    diagnosis.confidence = Confidence::Likely;
    if (!known->successor.isEmpty())
        diagnosis.tries = {{TryKind::UseAction, Tr::tr("Use the action that took its place."), {{QStringLiteral("actionId"), known->successor}}}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
