// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim apiDoubled(const Facts &facts)
{
    if (facts.exchange.fault || facts.isSuccess() || facts.saysNo())
        return {};
    const QByteArray path = facts.around.baseUrl.toUtf8() + facts.exchange.request.path;
    const qsizetype first = path.indexOf("/api");
    const bool isDoubled = first >= 0 && path.indexOf("/api/", first + 4) >= 0;
    if (!isDoubled)
        return {};
    Diagnosis diagnosis {QStringLiteral("baseUrl.apiDoubled"),
        Tr::tr("The address has “/api” twice: it was written into the base URL, and the client adds it by itself.")};
    diagnosis.evidence = {pathEvidence(facts), statusEvidence(facts)};
    diagnosis.tries = {{TryKind::OpenEnvironment, Tr::tr("Take everything from “/api” on off the base URL.")}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
