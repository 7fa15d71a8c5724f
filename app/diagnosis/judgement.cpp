// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/judgement.h"

#include "app/api/bodykind.h"
#include "app/base/tr.h"

namespace actionscope::diagnosis {

namespace {

using api::FaultKind;
using api::Verdict;

Verdict verdictOfFault(const api::TransportFault &fault)
{
    if (fault.kind == FaultKind::Cancelled)
        return Verdict::Cancelled;
    const bool answerLost = fault.kind == FaultKind::TimedOut || fault.kind == FaultKind::ConnectionClosed
        || fault.kind == FaultKind::Other;
    return answerLost && fault.requestHadLeft ? Verdict::OutcomeUnknown : Verdict::NoUsableAnswer;
}

QString sentenceOfFault(const api::TransportFault &fault)
{
    if (!fault.requestHadLeft)
        return fault.sentence;
    if (fault.kind == FaultKind::Cancelled || verdictOfFault(fault) == Verdict::OutcomeUnknown)
        return Tr::tr("%1 The request had already left, so the action may have run.").arg(fault.sentence);
    return fault.sentence;
}

bool looksLikeHtml(const api::HttpAnswer &answer)
{
    const QByteArray type = api::headerValue(answer.headers, "content-type").value_or(QByteArray()).toLower();
    const QByteArray start = answer.body.left(256).trimmed().toLower();
    return type.contains("html") || start.startsWith("<!doctype") || start.startsWith("<html");
}

QString whyUnusable(const api::HttpAnswer &answer, const json::Document &document)
{
    if (answer.body.isEmpty())
        return Tr::tr("The service answered %1 with an empty body.").arg(answer.status);
    if (looksLikeHtml(answer)) {
        return Tr::tr("The answer is a web page, not the API's JSON. The base URL may point at a website or "
                      "a login page.");
    }
    const api::BodyForm form = api::bodyKind(answer.headers, answer.body).form;
    if (document.isEmpty() && form == api::BodyForm::Json)
        return Tr::tr("The answer is JSON in another character set than UTF-8, which the API does not send.");
    if (document.isEmpty() && !api::isText(form))
        return Tr::tr("The answer is %1, not the API's JSON.").arg(api::nameOf(form));
    if (const auto error = document.error()) {
        const json::Place place = json::placeOf(answer.body, error->offset);
        return Tr::tr("The answer is not valid JSON: line %1, column %2: %3.")
            .arg(place.line)
            .arg(place.column)
            .arg(error->reason);
    }
    return Tr::tr(
        "The answer is JSON, but not the answer of an execution: it has none of data, successful and error.");
}

void judgeFailedAction(Judgement &judgement)
{
    const api::ExecuteResponse &response = *judgement.response;
    judgement.verdict = Verdict::ActionRefused;
    judgement.sentence = response.error;
    if (judgement.sentence.isEmpty())
        judgement.sentence = response.data.member(u"message").toString();
    if (judgement.sentence.isEmpty())
        judgement.sentence = Tr::tr("The action reports failure without giving a reason.");
}

} // namespace

Judgement judge(const api::Exchange &exchange)
{
    Judgement judgement;
    const api::HttpAnswer &answer = exchange.answer;
    if (!answer.body.isEmpty())
        judgement.document = json::Document::parse(answer.body);
    if (exchange.fault) {
        judgement.verdict = verdictOfFault(*exchange.fault);
        judgement.sentence = sentenceOfFault(*exchange.fault);
        return judgement;
    }
    if (answer.status >= 400) {
        judgement.error = api::readApiError(answer, judgement.document);
        judgement.verdict = Verdict::ServiceRefused;
        judgement.sentence = judgement.error->message;
        return judgement;
    }
    judgement.response = api::readExecuteResponse(judgement.document);
    if (!judgement.response) {
        judgement.verdict = Verdict::NoUsableAnswer;
        judgement.sentence = whyUnusable(answer, judgement.document);
    } else if (judgement.response->success) {
        judgement.verdict = Verdict::Successful;
    } else {
        judgeFailedAction(judgement);
    }
    return judgement;
}

} // namespace actionscope::diagnosis
