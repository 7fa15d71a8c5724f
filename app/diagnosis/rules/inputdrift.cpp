// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"
#include "app/diagnosis/inputhints.h"

namespace actionscope::diagnosis::rules {

Claim inputDrift(const Facts &facts)
{
    if (!facts.isSuccess() || facts.operation != Operation::Execute || !facts.input.isThere())
        return {};
    const QList<InputHint> hints = schemaHints(facts);
    if (hints.isEmpty())
        return {};
    Diagnosis diagnosis {QStringLiteral("schema.inputDrift"),
        Tr::tr("It succeeded, but the input does not fit the action's description; the service may refuse it one day, or pass over a part.")};
    diagnosis.confidence = Confidence::Possible;
    diagnosis.isWarning = true;
    for (const InputHint &hint : hints) {
        diagnosis.evidence += hint.evidence;
        diagnosis.tries += hint.tries;
    }
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
