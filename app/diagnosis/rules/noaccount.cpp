// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/accounttries.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim noAccount(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::NoAccount)
        return {};
    const QString whom = facts.appKey().isEmpty() ? Tr::tr("There is no usable account for the user and the app that the request names.")
                                                  : Tr::tr("There is no usable account for %1 and the app %2.").arg(userWords(facts), facts.appKey());
    Diagnosis diagnosis {QStringLiteral("account.none"),
        Tr::tr("%1 If the dashboard shows one, it belongs to another user (often pg-test-…) or to another project than the key.").arg(whom)};
    diagnosis.evidence = errorEvidence(facts);
    if (facts.entity.isThere())
        addEvidence(diagnosis, sentEvidence(facts.entity));
    else if (!facts.exchange.request.body.isEmpty())
        addEvidence(diagnosis, requestEvidence({}, Tr::tr("sent no entityId and no user_id")));
    diagnosis.confidence = facts.service.confidence;
    diagnosis.tries = accountTries(facts);
    diagnosis.tries.append({TryKind::OpenEnvironment, Tr::tr("Check that the key is of the project that has the account.")});
    diagnosis.tries.append(advice(Tr::tr("An account that was connected just now may take some minutes to be found.")));
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
