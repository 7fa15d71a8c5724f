// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim actionGone(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::ActionGone)
        return {};
    Diagnosis diagnosis {QStringLiteral("action.gone"),
        Tr::tr("What the request names is gone: the action, this version of it, or the account was removed.")};
    diagnosis.evidence = errorEvidence(facts);
    diagnosis.confidence = facts.service.confidence;
    diagnosis.evidence.append(pathEvidence(facts));
    diagnosis.tries = {{TryKind::UseVersion, Tr::tr("Ask for the latest version."), {{QStringLiteral("version"), QStringLiteral("latest")}}},
        {TryKind::ReadCatalog, Tr::tr("Read the catalogue anew and look whether the action is still there."), {}}};
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
