// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim cancelled(const Facts &facts)
{
    if (!facts.hasFault(api::FaultKind::Cancelled))
        return {};
    const bool hadLeft = facts.exchange.fault->requestHadLeft;
    Diagnosis diagnosis {QStringLiteral("cancelled"),
        hadLeft ? Tr::tr("The run was cancelled after the request had left, so the action may have happened.")
                : Tr::tr("The run was cancelled before the request had left; nothing happened.")};
    diagnosis.evidence = {phaseEvidence(hadLeft ? QStringLiteral("wait") : QStringLiteral("send"), facts.exchange.fault->sentence)};
    if (hadLeft)
        diagnosis.tries = {advice(Tr::tr("Look whether the action has happened before executing it again."))};
    else
        diagnosis.tries = {{TryKind::SendAgain, Tr::tr("Execute again.")}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
