// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim usesDeprecatedAction(const Facts &facts)
{
    const api::ActionInfo *action = facts.action();
    if (!facts.isSuccess() || facts.operation != Operation::Execute || !action || !action->isDeprecated)
        return {};
    Diagnosis diagnosis {QStringLiteral("action.usesDeprecated"),
        action->successor.isEmpty() ? Tr::tr("It succeeded, but the action is deprecated and will go away.")
                                    : Tr::tr("It succeeded, but the action is deprecated in favour of %1 and will go away.").arg(action->successor)};
    diagnosis.isWarning = true;
    diagnosis.evidence = {catalogEvidence(action->id, Tr::tr("the catalogue calls it deprecated"))};
    if (!action->successor.isEmpty())
        diagnosis.tries = {{TryKind::UseAction, Tr::tr("Use the action that took its place."), {{QStringLiteral("actionId"), action->successor}}}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
