// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

#include <algorithm>

namespace actionscope::diagnosis::rules {

namespace {

// Nothing is wrong but that it stops: the text ends, in a string or in a word.
bool isCut(QByteArrayView rest)
{
    if (rest.isEmpty())
        return true;
    for (const char *word : {"true", "false", "null"}) {
        if (QByteArrayView(word).startsWith(rest))
            return true;
    }
    return rest.startsWith('"') && rest.sliced(1).indexOf('"') < 0;
}

} // namespace

Claim brokenJson(const Facts &facts)
{
    const auto error = facts.judgement.document.error();
    if (facts.exchange.fault || !error || facts.judgement.document.isEmpty() || facts.isHtml)
        return {};
    const QByteArray &body = facts.exchange.answer.body;
    const json::Place place = json::placeOf(body, error->offset);
    const bool isEnd = isCut(QByteArrayView(body).sliced(std::min(error->offset, body.size())));
    Diagnosis diagnosis {isEnd ? QStringLiteral("answer.cutJson") : QStringLiteral("answer.invalidJson"),
        isEnd ? Tr::tr("The answer's JSON ends in the middle: something on the way cut it, or the service fell over while writing. "
                       "The action may have happened.")
              : Tr::tr("The answer is not valid JSON. The action may have happened.")};
    diagnosis.evidence = {{EvidenceKind::Field, Side::Answer, QStringLiteral("@%1").arg(error->offset),
        Tr::tr("line %1, column %2: %3").arg(place.line).arg(place.column).arg(error->reason)}};
    diagnosis.evidence.append(statusEvidence(facts));
    addEvidence(diagnosis, headerEvidence(facts, "content-length"));
    diagnosis.tries = {advice(Tr::tr("Look whether the action has happened before executing it again."))};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
