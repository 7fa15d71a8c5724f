// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim connectionSetup(const Facts &facts)
{
    if (!facts.isRefused() || facts.operation != Operation::Connect || facts.status() < 500 || facts.isHtml)
        return {};
    Diagnosis diagnosis {QStringLiteral("connection.setupFailed"),
        Tr::tr("The service failed while it set up a connection. That has happened where an auth config has no scopes or "
               "incomplete credentials.")};
    diagnosis.confidence = Confidence::Possible;
    diagnosis.evidence = {pathEvidence(facts)};
    diagnosis.evidence += errorEvidence(facts);
    addEvidence(diagnosis, headerEvidence(facts, "x-request-id"));
    diagnosis.tries = {advice(Tr::tr("Check scopes and credentials of the auth config, and give the request id to the service's support."))};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
