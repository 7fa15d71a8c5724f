// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/api/actioneffect.h"
#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim emptyData(const Facts &facts)
{
    if (!facts.isSuccess() || facts.operation != Operation::Execute || !facts.judgement.response)
        return {};
    const json::Value data = facts.judgement.response->data;
    const bool isEmpty = !data.isValid() || data.isNull() || (data.isContainer() && data.count() == 0);
    // What deletes or sends has often nothing to say.
    const api::ActionEffect effect = api::effectOf(facts.actionId);
    if (!isEmpty || effect == api::ActionEffect::Deletes || effect == api::ActionEffect::Sends || effect == api::ActionEffect::Changes)
        return {};
    Diagnosis diagnosis {QStringLiteral("data.empty"),
        Tr::tr("It succeeded and brought nothing: data is empty. A filter may leave nothing over, or the account may see nothing.")};
    diagnosis.confidence = Confidence::Possible;
    diagnosis.isWarning = true;
    diagnosis.evidence = {fieldEvidence(facts, QStringLiteral("/data"))};
    diagnosis.tries = {advice(Tr::tr("Widen filters in the input, and check which account was used."))};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
