// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/loggedrequests.h"

#include "app/base/tr.h"
#include "app/models/readable.h"
#include "app/storage/environment.h"

#include <QUrl>

namespace actionscope::ui {

using sandbox::LoggedRequest;

namespace {

bool isCut(const LoggedRequest &request) { return request.answerSize > request.answer.size(); }

api::Exchange exchangeOf(const LoggedRequest &request)
{
    api::Exchange exchange;
    exchange.request = request.request;
    exchange.answer = {request.status, {}, request.answerHeaders, request.status == 0 ? QByteArray() : request.answer};
    exchange.timings.started = 0;
    exchange.timings.finished = request.microseconds;
    if (request.status == 0) {
        exchange.fault = api::TransportFault {api::FaultKind::ConnectionClosed,
            request.faults.isEmpty() ? Tr::tr("The client went away before there was an answer.")
                                     : Tr::tr("A fault kept the answer from the client."),
            {}, true};
    }
    return exchange;
}

// The judgement of an execution looks for its verdict, which is not in the answer of a list, nor in half an answer.
diagnosis::Judgement judgementOf(const LoggedRequest &request, const api::Exchange &exchange, bool isExecution)
{
    if (request.status == 0 || request.status >= 400 || (isExecution && !isCut(request)))
        return diagnosis::judge(exchange);
    diagnosis::Judgement judgement;
    judgement.document = json::Document::parse(exchange.answer.body);
    judgement.verdict = isExecution ? api::Verdict::OutcomeUnknown : api::Verdict::Successful;
    if (isCut(request)) {
        judgement.sentence = Tr::tr("The log keeps the first %1 of this answer of %2.")
                                 .arg(models::sizeText(request.answer.size()), models::sizeText(request.answerSize));
    }
    return judgement;
}

std::optional<api::ReadExecution> readHead(const LoggedRequest &request)
{
    return api::readExecution({request.request.method, request.request.path, {}, {}});
}

} // namespace

models::ServedRequest rowOf(const LoggedRequest &request)
{
    models::ServedRequest row;
    row.number = request.number;
    row.time = request.time;
    row.method = QString::fromLatin1(request.request.method);
    row.path = QString::fromUtf8(request.request.path);
    row.status = request.status;
    row.microseconds = request.microseconds;
    row.faults = QString::fromUtf8(request.faults);
    row.replay = QString::fromUtf8(request.replay);
    if (const auto read = readHead(request)) {
        row.actionId = read->request.actionId;
        row.verdict = judgementOf(request, exchangeOf(request), true).verdict;
    }
    return row;
}

workspace::RunRecord recordOf(const LoggedRequest &request, const QUrl &baseUrl)
{
    const LoggedRequest shown = sandbox::withoutSecrets(request);
    const auto read = api::readExecution(shown.request);
    workspace::RunRecord record;
    storage::HistoryEntry &entry = record.entry;
    entry.startedAt = shown.time;
    entry.environment = storage::sandboxEnvironment().name;
    entry.baseUrl = baseUrl.toString();
    entry.exchange = exchangeOf(shown);
    if (read) {
        entry.apiVersion = read->version;
        entry.draft.request = read->request;
    }
    record.judgement = judgementOf(shown, entry.exchange, read.has_value());
    entry.verdict = record.judgement.verdict;
    entry.sentence = record.judgement.sentence;
    return record;
}

Result<api::ReadExecution> executionOf(const LoggedRequest &request)
{
    const LoggedRequest shown = sandbox::withoutSecrets(request);
    const auto read = api::readExecution(shown.request);
    if (!read) {
        return failure(ErrorCode::InvalidInput, Tr::tr("This request executes no action, so there is no form for it."), {},
            Tr::tr("It can be copied as cURL."));
    }
    if (request.requestSize > request.request.body.size()) {
        return failure(ErrorCode::InvalidInput,
            Tr::tr("The log keeps only the first %1 of this request.").arg(models::sizeText(request.request.body.size())));
    }
    return *read;
}

} // namespace actionscope::ui
