// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim malformedAnswer(const Facts &facts)
{
    if (!facts.hasFault(api::FaultKind::Malformed))
        return {};
    Diagnosis diagnosis {QStringLiteral("transport.malformed"),
        Tr::tr("What came back is not a proper HTTP answer; a proxy or a test server on the way is at fault.")};
    diagnosis.evidence = {phaseEvidence(QStringLiteral("receive"), facts.exchange.fault->sentence)};
    for (const char *name : {"content-length", "content-encoding", "transfer-encoding"})
        addEvidence(diagnosis, headerEvidence(facts, name));
    diagnosis.tries = {{TryKind::OpenEnvironment, Tr::tr("Check that the base URL leads to the service itself.")}};
    diagnosis.confidence = Confidence::Likely;
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
