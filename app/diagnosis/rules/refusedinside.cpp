// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"
#include "app/json/pointer.h"

namespace actionscope::diagnosis::rules {

namespace {

// Where a provider's body says no of itself: Slack's {ok: false, error: …}, GraphQL's {errors: [{message}]}.
QString refusalIn(const json::Value &body, const QString &pointer)
{
    if (body.member(u"ok").toBool() == std::optional(false) && body.member(u"error").isString())
        return pointer + QStringLiteral("/error");
    const json::Value first = body.member(u"errors").at(0);
    const bool isGraphQl = body.member(u"errors").isArray() && first.member(u"message").isString();
    return isGraphQl ? pointer + QStringLiteral("/errors/0/message") : QString();
}

} // namespace

Claim refusedInside(const Facts &facts)
{
    if (!facts.isSuccess() || !facts.judgement.response)
        return {};
    QString place;
    // A provider's body may be nested once more.
    for (const char *pointer : {"/data", "/data/data", "/data/response_data"}) {
        const QString at = QLatin1String(pointer);
        if (place.isEmpty())
            place = refusalIn(json::valueAtPointer(facts.root(), at), at);
    }
    if (place.isEmpty())
        return {};
    const QString words = json::valueAtPointer(facts.root(), place).toString();
    Diagnosis diagnosis {QStringLiteral("provider.refusedInside"),
        Tr::tr("The answer says that the action succeeded, but the provider refused it in its own body, with “%1”.").arg(shown(words))};
    diagnosis.confidence = Confidence::Likely;
    diagnosis.isWarning = true;
    diagnosis.evidence = {fieldEvidence(facts, place)};
    const QString verdict = facts.judgement.response->successful ? QStringLiteral("/successful") : QStringLiteral("/successfull");
    diagnosis.evidence.append(fieldEvidence(facts, verdict));
    diagnosis.tries = {advice(Tr::tr("Take it for a refusal by the provider, and look whether the action has happened."))};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
