// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"
#include "app/schema/validator.h"

#include <algorithm>

namespace actionscope::diagnosis::rules {

namespace {

constexpr qsizetype largestChecked = 256 * 1024;

} // namespace

Claim answerDrift(const Facts &facts)
{
    const api::ActionInfo *action = facts.action();
    if (!facts.isSuccess() || facts.operation != Operation::Execute || !action || action->response.isEmpty()
        || facts.judgement.document.bytes().size() > largestChecked)
        return {};
    const schema::Validator validator(action->response);
    const json::Value properties = validator.schema().member(u"properties");
    const bool isWhole = properties.member(u"data").isValid();
    const json::Value value = isWhole ? facts.root() : facts.judgement.response->data;
    const QList<schema::Problem> problems = value.isValid() ? validator.problems(value) : QList<schema::Problem>();
    if (problems.isEmpty())
        return {};
    Diagnosis diagnosis {QStringLiteral("schema.answerDrift"),
        Tr::tr("The answer no longer fits what the action's description promises. A program that relies on it may break.")};
    diagnosis.confidence = Confidence::Likely;
    diagnosis.isWarning = true;
    const QString before = isWhole ? QString() : QStringLiteral("/data");
    for (const schema::Problem &problem : problems.first(std::min<qsizetype>(3, problems.size())))
        diagnosis.evidence.append({EvidenceKind::Field, Side::Answer, before + problem.path, problem.sentence});
    diagnosis.tries = {{TryKind::ReadCatalog, Tr::tr("Read the catalogue anew; the description may have changed, too."), {}}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
