// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"
#include "app/diagnosis/inputhints.h"

namespace actionscope::diagnosis::rules {

Claim providerValidation(const Facts &facts)
{
    if (!facts.saysNo() || facts.provider.kind != ProviderTrouble::Validation)
        return {};
    Diagnosis diagnosis {QStringLiteral("provider.validation"), Tr::tr("The provider behind the action refuses what it was given.")};
    diagnosis.confidence = facts.provider.confidence;
    diagnosis.evidence = providerEvidence(facts);
    QList<InputHint> hints = schemaHints(facts);
    if (const auto named = namedHint(facts))
        hints.prepend(*named);
    if (!hints.isEmpty() && !hints.first().name.isEmpty())
        diagnosis.sentence = Tr::tr("The provider behind the action refuses what it was given, probably %1.").arg(hints.first().name);
    for (const InputHint &hint : hints) {
        for (const Evidence &evidence : hint.evidence)
            addEvidence(diagnosis, evidence);
        diagnosis.tries += hint.tries;
    }
    if (diagnosis.tries.isEmpty())
        diagnosis.tries.append(advice(Tr::tr("Compare the input with what the provider documents; its own words are in the answer.")));
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
