// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim actionNotFound(const Facts &facts)
{
    const bool isIt = facts.service.kind == ServiceTrouble::ActionNotFound || facts.service.kind == ServiceTrouble::AppNotFound;
    if (!facts.isRefused() || !isIt)
        return {};
    const bool isApp = facts.service.kind == ServiceTrouble::AppNotFound;
    Diagnosis diagnosis {isApp ? QStringLiteral("app.notFound") : QStringLiteral("action.notFound"),
        isApp ? Tr::tr("The service knows no app of this name.")
              : Tr::tr("The service knows no action of this id. It is mistyped, was renamed, or is not in this service's catalogue.")};
    diagnosis.evidence = errorEvidence(facts);
    diagnosis.evidence.append(pathEvidence(facts));
    diagnosis.confidence = facts.service.confidence;
    const json::Value suggestions = facts.errorObject().member(u"suggestions");
    for (json::Value one = suggestions.firstChild(); one.isValid() && diagnosis.tries.size() < 3; one = one.nextSibling()) {
        if (one.isString() && !isApp)
            diagnosis.tries.append({TryKind::UseAction, Tr::tr("Use %1, which the service suggests.").arg(one.toString()), {{QStringLiteral("actionId"), one.toString()}}});
    }
    diagnosis.tries.append({TryKind::ReadCatalog, Tr::tr("Read the catalogue anew and look for it there."), {}});
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
