// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"
#include "app/diagnosis/inputhints.h"

namespace actionscope::diagnosis::rules {

namespace {

// The words for the flaw that was found first.
void describe(const InputHint &hint, Diagnosis &diagnosis)
{
    const QString name = hint.name.isEmpty() ? Tr::tr("the input") : hint.name;
    switch (hint.flaw) {
    case InputFlaw::Type:
        diagnosis.cause = QStringLiteral("input.type");
        diagnosis.sentence = Tr::tr("The service refuses the input before executing: %1 has another type than the action takes.").arg(name);
        break;
    case InputFlaw::Missing:
        diagnosis.cause = QStringLiteral("input.missing");
        diagnosis.sentence = Tr::tr("The service refuses the input before executing: %1 is missing.").arg(name);
        break;
    case InputFlaw::Unknown:
        diagnosis.cause = QStringLiteral("input.unknown");
        diagnosis.sentence = Tr::tr("The service refuses the input before executing: it does not know %1.").arg(name);
        break;
    case InputFlaw::Other:
        diagnosis.sentence = Tr::tr("The service refuses the input before executing: %1 does not fit.").arg(name);
        break;
    }
}

} // namespace

Claim inputInvalid(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::Validation)
        return {};
    Diagnosis diagnosis {QStringLiteral("input.invalid"), Tr::tr("The service refuses the request as it stands: something in it does not fit.")};
    const QList<InputHint> told = complaintHints(facts);
    const QList<InputHint> known = schemaHints(facts);
    diagnosis.confidence = told.isEmpty() ? Confidence::Possible : Confidence::Sure;
    if (told.isEmpty() && !known.isEmpty())
        diagnosis.confidence = Confidence::Likely;
    if (!told.isEmpty() || !known.isEmpty())
        describe(told.isEmpty() ? known.first() : told.first(), diagnosis);
    addHints(told + known, diagnosis);
    for (const Evidence &evidence : errorEvidence(facts))
        addEvidence(diagnosis, evidence);
    addServiceAdvice(facts, diagnosis);
    if (diagnosis.tries.isEmpty()) {
        diagnosis.tries = {advice(Tr::tr("Compare the request with the action's description, field by field.")),
            {TryKind::ReadCatalog, Tr::tr("Read the catalogue anew; the description may have changed."), {}}};
    }
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
