// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim hostNotFound(const Facts &facts)
{
    if (!facts.hasFault(api::FaultKind::HostNotFound))
        return {};
    Diagnosis diagnosis {QStringLiteral("transport.dns"),
        Tr::tr("The host of the base URL has no address: its name is wrong, or this computer cannot look names up.")};
    diagnosis.evidence = {phaseEvidence(QStringLiteral("connect"), facts.exchange.fault->sentence)};
    diagnosis.tries = {{TryKind::OpenEnvironment, Tr::tr("Check the host in the base URL.")},
        advice(Tr::tr("Check the network connection and the VPN."))};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
