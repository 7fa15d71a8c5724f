// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim retriedBySdk(const Facts &facts)
{
    const auto retries = api::headerValue(facts.exchange.request.headers, "x-stainless-retry-count");
    if (!facts.isSuccess() || facts.operation != Operation::Execute || !retries || retries->trimmed().toInt() < 1)
        return {};
    Diagnosis diagnosis {QStringLiteral("request.retried"),
        Tr::tr("The SDK sent this execution again by itself, so the action may have happened more than once.")};
    diagnosis.confidence = Confidence::Possible;
    diagnosis.isWarning = true;
    diagnosis.evidence = {{EvidenceKind::Header, Side::Request, QStringLiteral("x-stainless-retry-count"),
        QStringLiteral("x-stainless-retry-count: %1").arg(shown(QString::fromUtf8(*retries)))}};
    diagnosis.tries = {advice(Tr::tr("Look for doubles, and switch the SDK's retries off for executions (maxRetries: 0).")) };
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
