// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim redirected(const Facts &facts)
{
    const auto location = api::headerValue(facts.exchange.answer.headers, "location");
    const bool isRedirect = facts.hasFault(api::FaultKind::Redirected)
        || (!facts.exchange.fault && facts.status() >= 300 && facts.status() < 400);
    if (!isRedirect)
        return {};
    const QByteArray target = location.value_or(QByteArray()).toLower();
    Diagnosis diagnosis {QStringLiteral("baseUrl.redirect"),
        Tr::tr("The service sends the request elsewhere. An execution is never repeated at another address by itself, and the "
               "key is not sent there.")};
    if (target.contains("login") || target.contains("signin") || target.contains("sso") || target.contains("auth")) {
        diagnosis.cause = QStringLiteral("baseUrl.login");
        diagnosis.sentence = Tr::tr("The base URL leads to a page where people log in, not to the API.");
        diagnosis.confidence = Confidence::Likely;
    } else if (target.startsWith("https://") && facts.around.baseUrl.startsWith(QLatin1String("http://"))) {
        diagnosis.cause = QStringLiteral("baseUrl.https");
        diagnosis.sentence = Tr::tr("The service wants https, but the base URL begins with http.");
        diagnosis.confidence = Confidence::Likely;
    }
    diagnosis.evidence = {statusEvidence(facts)};
    addEvidence(diagnosis, headerEvidence(facts, "location"));
    diagnosis.tries = {{TryKind::OpenEnvironment, Tr::tr("Enter the address it points to as the base URL, if it is the service you mean.")}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
