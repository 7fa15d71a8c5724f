// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"
#include "app/diagnosis/inputhints.h"

namespace actionscope::diagnosis::rules {

namespace {

QString sentenceFor(const InputHint &hint, bool isTold)
{
    if (hint.name.isEmpty())
        return Tr::tr("The provider behind the action refuses what it was given.");
    if (!isTold)
        return Tr::tr("The provider behind the action refuses what it was given, probably %1.").arg(hint.name);
    switch (hint.flaw) {
    case InputFlaw::Missing:
        return Tr::tr("The provider behind the action refuses what it was given: %1 is missing.").arg(hint.name);
    case InputFlaw::Type:
        return Tr::tr("The provider behind the action refuses what it was given: %1 has another type than it takes.").arg(hint.name);
    case InputFlaw::Unknown:
        return Tr::tr("The provider behind the action refuses what it was given: it does not know %1.").arg(hint.name);
    case InputFlaw::Other:
        break;
    }
    return Tr::tr("The provider behind the action refuses what it was given: %1 does not fit.").arg(hint.name);
}

} // namespace

Claim providerValidation(const Facts &facts)
{
    if (!facts.saysNo() || facts.provider.kind != ProviderTrouble::Validation)
        return {};
    QList<InputHint> hints = complaintHints(facts);
    const bool isTold = !hints.isEmpty();
    if (const auto named = isTold ? std::nullopt : namedHint(facts))
        hints.append(*named);
    hints += schemaHints(facts);
    Diagnosis diagnosis {QStringLiteral("provider.validation"), sentenceFor(hints.isEmpty() ? InputHint() : hints.first(), isTold)};
    diagnosis.confidence = facts.provider.confidence;
    diagnosis.evidence = providerEvidence(facts);
    addHints(hints, diagnosis);
    if (diagnosis.tries.isEmpty())
        diagnosis.tries.append(advice(Tr::tr("Compare the input with what the provider documents; its own words are in the answer.")));
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
