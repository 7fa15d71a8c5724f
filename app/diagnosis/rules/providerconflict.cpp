// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim providerConflict(const Facts &facts)
{
    if (!facts.saysNo() || facts.provider.kind != ProviderTrouble::Conflict)
        return {};
    const bool isThere = facts.sayings.find({"already exist", "already_exist", "duplicate", "name_taken", "already been taken", "already in use"});
    const bool isPassing = facts.sayings.find({"try again", "retry"});
    Diagnosis diagnosis {QStringLiteral("provider.conflict"),
        isThere ? Tr::tr("What the action wants to make is there already at the provider.")
                : Tr::tr("The provider cannot do it in the state things are in there: they were changed meanwhile, are being changed, or lack "
                         "what the action needs.")};
    diagnosis.evidence = providerEvidence(facts);
    diagnosis.confidence = facts.provider.confidence;
    diagnosis.tries = {advice(Tr::tr("Look what is there at the provider, then change the input."))};
    if (isPassing && !isThere)
        diagnosis.tries.prepend({TryKind::SendAgain, Tr::tr("Execute again; the provider says that it may work then."), {}});
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
