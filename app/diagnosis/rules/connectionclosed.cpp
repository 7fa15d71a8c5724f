// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim connectionClosed(const Facts &facts)
{
    if (!facts.hasFault(api::FaultKind::ConnectionClosed))
        return {};
    const api::TransportFault &fault = *facts.exchange.fault;
    const bool hasBegun = facts.status() > 0;
    Diagnosis diagnosis;
    diagnosis.confidence = Confidence::Likely;
    if (hasBegun) {
        diagnosis.cause = QStringLiteral("transport.cut");
        diagnosis.confidence = Confidence::Sure;
        diagnosis.sentence = Tr::tr("The answer broke off: the service, or a proxy on the way, hung up in the middle of it.");
    } else if (fault.requestHadLeft) {
        diagnosis.cause = QStringLiteral("transport.closed");
        diagnosis.sentence = Tr::tr("The other side took the request and hung up without an HTTP answer. The port may speak "
                                    "another protocol (https on it, http here), or the service fell over.");
    } else {
        diagnosis.cause = QStringLiteral("transport.closedEarly");
        diagnosis.sentence = Tr::tr("The other side hung up before it had read the whole request.");
    }
    diagnosis.evidence = {phaseEvidence(hasBegun ? QStringLiteral("receive") : fault.requestHadLeft ? QStringLiteral("wait") : QStringLiteral("send"),
        fault.sentence)};
    if (hasBegun) {
        addEvidence(diagnosis, statusEvidence(facts));
        addEvidence(diagnosis, headerEvidence(facts, "content-length"));
        addEvidence(diagnosis, headerEvidence(facts, "transfer-encoding"));
    }
    if (fault.requestHadLeft)
        diagnosis.tries.append(advice(Tr::tr("Look whether the action has happened before executing it again.")));
    else
        diagnosis.tries.append({TryKind::SendAgain, Tr::tr("Execute again; the request had not left as a whole.")});
    if (!hasBegun)
        diagnosis.tries.append({TryKind::OpenEnvironment, Tr::tr("Check scheme and port of the base URL.")});
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
