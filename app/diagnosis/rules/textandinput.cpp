// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim textAndInput(const Facts &facts)
{
    const bool hasBoth = !facts.text.text().isEmpty() && facts.input.isThere() && facts.input.value.isObject();
    if (!facts.isRefused() || facts.status() != 400 || !hasBoth || facts.service.kind != ServiceTrouble::Validation)
        return {};
    Diagnosis diagnosis {QStringLiteral("request.textAndInput"),
        Tr::tr("The request has both text and input. v3 makes the input from the text and refuses to be given both.")};
    diagnosis.evidence = errorEvidence(facts);
    for (const Complaint &complaint : facts.complaints) {
        if (complaint.field == QLatin1String("text"))
            diagnosis.evidence.prepend(fieldEvidence(facts, complaint.pointer));
    }
    diagnosis.evidence += {sentEvidence(facts.text), sentEvidence(facts.input)};
    // v3 refuses the pair in any case; v2 is not known to.
    diagnosis.confidence = !facts.isV3() ? Confidence::Possible : facts.complaints.isEmpty() ? Confidence::Likely : Confidence::Sure;
    diagnosis.tries = {{TryKind::RemoveField, Tr::tr("Remove text and keep the input."), {{QStringLiteral("field"), QStringLiteral("text")}}},
        {TryKind::RemoveField, Tr::tr("Remove the input and let the text make it."), {{QStringLiteral("field"), QStringLiteral("input")}}}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
