// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/api/bodykind.h"
#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim notJson(const Facts &facts)
{
    const QByteArray &body = facts.exchange.answer.body;
    if (facts.exchange.fault || body.isEmpty() || facts.isHtml || !facts.judgement.document.isEmpty() || facts.status() >= 400
        || facts.status() / 100 == 3)
        return {};
    const api::BodyForm form = api::bodyKind(facts.exchange.answer.headers, body).form;
    Diagnosis diagnosis {QStringLiteral("answer.notJson"),
        form == api::BodyForm::Json ? Tr::tr("The answer is JSON in another character set than UTF-8, which the API does not send.")
                                    : Tr::tr("The answer is %1, not the API's JSON.").arg(api::nameOf(form))};
    diagnosis.evidence = {{EvidenceKind::Field, Side::Answer, QStringLiteral("@0"),
        Tr::tr("the body begins with %1").arg(shown(QString::fromUtf8(body.left(40))))}};
    addEvidence(diagnosis, headerEvidence(facts, "content-type"));
    diagnosis.evidence.append(statusEvidence(facts));
    diagnosis.tries = {{TryKind::OpenEnvironment, Tr::tr("Check that the base URL leads to the service itself.")}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
