// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim retiredEndpoint(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::RetiredEndpoint)
        return {};
    Diagnosis diagnosis {QStringLiteral("connection.retiredEndpoint"),
        Tr::tr("Connections with credentials that Composio manages are no longer made at this endpoint; it was retired in 2026.")};
    diagnosis.evidence = errorEvidence(facts);
    diagnosis.confidence = facts.service.confidence;
    diagnosis.evidence.append(pathEvidence(facts));
    diagnosis.tries = {advice(Tr::tr("Send it to /connected_accounts/link, with auth_config_id and user_id."))};
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
