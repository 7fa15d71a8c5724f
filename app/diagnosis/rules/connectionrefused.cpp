// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim connectionRefused(const Facts &facts)
{
    if (!facts.hasFault(api::FaultKind::ConnectionRefused))
        return {};
    Diagnosis diagnosis {QStringLiteral("transport.refused"),
        Tr::tr("Nothing listens at this address: the service is not running there, or the port is wrong.")};
    diagnosis.evidence = {phaseEvidence(QStringLiteral("connect"), facts.exchange.fault->sentence)};
    diagnosis.tries = {{TryKind::OpenEnvironment, Tr::tr("Check the port in the base URL.")},
        {TryKind::SendAgain, Tr::tr("Execute again when the service runs; nothing was sent.")}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
