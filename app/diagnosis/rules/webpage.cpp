// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim webPage(const Facts &facts)
{
    if (facts.exchange.fault || !facts.isHtml || facts.status() >= 500 || facts.status() == 429)
        return {};
    Diagnosis diagnosis {QStringLiteral("baseUrl.webPage"),
        Tr::tr("A web page answered, not the API: the base URL points at a website, a login page, or a proxy that has "
               "something to say.")};
    diagnosis.evidence = {statusEvidence(facts)};
    addEvidence(diagnosis, headerEvidence(facts, "content-type"));
    addEvidence(diagnosis,
        {EvidenceKind::Field, Side::Answer, QStringLiteral("@0"),
            Tr::tr("the body begins with %1").arg(shown(QString::fromUtf8(facts.exchange.answer.body.left(60))))});
    const bool isBlocked = facts.status() == 403;
    if (isBlocked) {
        diagnosis.cause = QStringLiteral("baseUrl.blocked");
        diagnosis.sentence = Tr::tr("A gateway in front of the service keeps the request out and says so with a web page.");
    }
    diagnosis.confidence = Confidence::Likely;
    diagnosis.tries = {{TryKind::OpenEnvironment, Tr::tr("Check the base URL; the service itself is https://backend.composio.dev.")}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
