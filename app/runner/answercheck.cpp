// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/answercheck.h"

#include "app/base/tr.h"
#include "app/runner/doctor/plainsecrets.h"

#include <algorithm>

namespace actionscope::runner {

namespace {

const Expectation &expectedSuccess()
{
    static const Expectation success = readExpectations(QByteArrayLiteral("[{\"successful\":true}]")).expectations.first();
    return success;
}

bool passedOf(const AnswerCheck &check, const QList<Expectation> &expectations, ExpectationKind kind, bool wanted)
{
    const qsizetype shift = check.outcomes.size() - expectations.size();
    for (qsizetype i = 0; i < expectations.size(); ++i) {
        const Expectation &one = expectations[i];
        if (one.kind == kind && check.outcomes[i + shift].passed && one.wanted.toBool().value_or(wanted) == wanted)
            return true;
    }
    return false;
}

// What kept it from passing, in the classes that scripts know.
int exitClassOf(const AnswerCheck &check, const QList<Expectation> &expectations)
{
    switch (check.judgement.verdict) {
    case api::Verdict::Successful:
        return 1;
    case api::Verdict::ActionRefused:
        return passedOf(check, expectations, ExpectationKind::Successful, false) ? 1 : 3;
    case api::Verdict::ServiceRefused:
        return passedOf(check, expectations, ExpectationKind::Status, true) ? 1 : 4;
    case api::Verdict::Cancelled:
        return 130;
    case api::Verdict::NoUsableAnswer:
    case api::Verdict::OutcomeUnknown:
        break;
    }
    return 5;
}

QString reasonOf(const AnswerCheck &check, const QStringList &captureTroubles)
{
    if (check.exitClass > 1) {
        const QString title = api::verdictTitle(check.judgement.verdict);
        return check.judgement.sentence.isEmpty() ? title : title + QStringLiteral(": ") + check.judgement.sentence;
    }
    QStringList sentences;
    for (const ExpectationOutcome &outcome : check.outcomes) {
        if (!outcome.passed)
            sentences.append(outcome.sentence);
    }
    return (sentences + captureTroubles).join(QLatin1Char(' '));
}

} // namespace

AnswerCheck checkAnswer(const api::Exchange &exchange, const QList<Expectation> &expectations,
    const QList<Capture> &captures, const CheckContext &context)
{
    AnswerCheck result;
    result.judgement = diagnosis::judge(exchange);
    result.redactor = context.redactor;
    addPlainSecrets(exchange.answer.body, result.judgement.document, result.redactor);
    const Evidence evidence {exchange, result.judgement, context.actionSchema, context.folder, context.snapshots,
        result.redactor};
    const bool isDecided
        = std::any_of(expectations.cbegin(), expectations.cend(), [](const Expectation &one) { return one.decidesSuccess(); });
    if (!isDecided)
        result.outcomes.append(check(expectedSuccess(), evidence));
    for (const Expectation &expectation : expectations)
        result.outcomes.append(check(expectation, evidence));
    QStringList troubles;
    for (const Capture &capture : captures) {
        const auto value = capturedFrom(capture, result.judgement.document);
        if (value)
            result.captured.append({capture.name, *value});
        else
            troubles.append(value.error().sentence);
    }
    result.capturedAll = troubles.isEmpty();
    result.passed = result.capturedAll && result.judgement.verdict != api::Verdict::Cancelled
        && std::all_of(result.outcomes.cbegin(), result.outcomes.cend(), [](const auto &outcome) { return outcome.passed; });
    if (!result.passed) {
        result.exitClass = exitClassOf(result, expectations);
        result.sentence = reasonOf(result, troubles);
    }
    return result;
}

} // namespace actionscope::runner
