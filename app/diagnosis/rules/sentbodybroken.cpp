// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim sentBodyBroken(const Facts &facts)
{
    const auto error = facts.sentDocument.error();
    if (!facts.isRefused() || facts.status() != 400 || !error || facts.exchange.request.body.isEmpty())
        return {};
    const json::Place place = json::placeOf(facts.exchange.request.body, error->offset);
    Diagnosis diagnosis {QStringLiteral("request.invalidJson"), Tr::tr("The body that was sent is not valid JSON.")};
    diagnosis.evidence = {requestEvidence(QStringLiteral("@%1").arg(error->offset),
                              Tr::tr("line %1, column %2: %3").arg(place.line).arg(place.column).arg(error->reason)),
        statusEvidence(facts)};
    diagnosis.tries = {advice(Tr::tr("Correct the JSON at this place."))};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
