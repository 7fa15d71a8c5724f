// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"
#include "app/diagnosis/waittime.h"

namespace actionscope::diagnosis::rules {

Claim rateLimit(const Facts &facts)
{
    if (!facts.isRefused() || facts.service.kind != ServiceTrouble::RateLimit)
        return {};
    Diagnosis diagnosis {QStringLiteral("service.rateLimit"),
        Tr::tr("The organisation has sent more requests than its plan allows in this minute. Nothing was executed.")};
    diagnosis.evidence = {statusEvidence(facts)};
    for (const char *name : {"retry-after", "x-ratelimit", "x-ratelimit-remaining", "x-ratelimit-window-size"})
        addEvidence(diagnosis, headerEvidence(facts, name));
    if (facts.root().member(u"message").isString())
        diagnosis.evidence.append(fieldEvidence(facts, QStringLiteral("/message")));
    const bool isTold = facts.service.by.what == EvidenceKind::Field || facts.root().member(u"message").isString() || !facts.errorPointer().isEmpty()
        || api::headerValue(facts.exchange.answer.headers, "x-ratelimit");
    diagnosis.confidence = isTold ? Confidence::Sure : Confidence::Likely; // else a gateway may say it
    diagnosis.tries = {{TryKind::SendAgain, waitSentence(secondsToWait(facts), Tr::tr("Execute again in a minute.")), {}}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
