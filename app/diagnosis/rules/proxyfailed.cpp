// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim proxyFailed(const Facts &facts)
{
    const bool wantsPassword = facts.isRefused() && facts.service.kind == ServiceTrouble::ProxyAuthentication;
    if (!facts.hasFault(api::FaultKind::ProxyFailed) && !wantsPassword)
        return {};
    Diagnosis diagnosis {QStringLiteral("transport.proxy"),
        Tr::tr("The proxy on the way to the service does not let the request through.")};
    if (wantsPassword) {
        diagnosis.sentence = Tr::tr("The proxy on the way to the service wants a user name and a password.");
        diagnosis.evidence = {statusEvidence(facts)};
        addEvidence(diagnosis, headerEvidence(facts, "proxy-authenticate"));
    } else {
        diagnosis.evidence = {phaseEvidence(QStringLiteral("connect"), facts.exchange.fault->sentence)};
    }
    diagnosis.tries = {advice(Tr::tr("Check the system's proxy settings, or leave the proxy out for this host (no_proxy)."))};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
