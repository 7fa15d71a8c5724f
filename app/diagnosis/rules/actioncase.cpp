// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim actionCase(const Facts &facts)
{
    QString plain = facts.actionId.toUpper();
    plain.replace(QLatin1Char('-'), QLatin1Char('_'));
    const bool isMissing = facts.service.kind == ServiceTrouble::ActionNotFound || facts.status() == 404;
    if (!facts.isRefused() || !facts.isV3() || !isMissing || facts.actionId.isEmpty() || plain == facts.actionId)
        return {};
    Diagnosis diagnosis {QStringLiteral("action.case"),
        Tr::tr("v3 knows actions in upper case with underscores only; the id was sent in another spelling.")};
    diagnosis.evidence = {pathEvidence(facts)};
    diagnosis.evidence += errorEvidence(facts);
    diagnosis.confidence = Confidence::Likely;
    diagnosis.tries = {{TryKind::UseAction, Tr::tr("Use the id %1.").arg(plain), {{QStringLiteral("actionId"), plain}}}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
