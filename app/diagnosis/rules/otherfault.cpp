// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim otherFault(const Facts &facts)
{
    if (!facts.hasFault(api::FaultKind::Other))
        return {};
    const api::TransportFault &fault = *facts.exchange.fault;
    Diagnosis diagnosis {QStringLiteral("transport.other"), Tr::tr("The network layer gave up for a reason of its own.")};
    diagnosis.confidence = Confidence::Possible;
    diagnosis.evidence = {phaseEvidence(fault.requestHadLeft ? QStringLiteral("wait") : QStringLiteral("connect"), fault.sentence)};
    if (!fault.detail.isEmpty() && !fault.sentence.contains(fault.detail))
        diagnosis.evidence.append(phaseEvidence(diagnosis.evidence.first().place, fault.detail));
    diagnosis.tries = {{TryKind::OpenEnvironment, Tr::tr("Check the base URL.")}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
