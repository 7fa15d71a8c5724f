// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/answernotes.h"

#include "app/models/readable.h"

#include <QCoreApplication>

namespace actionscope::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(AnswerNotes)
};

QString word(bool value) { return value ? QStringLiteral("true") : QStringLiteral("false"); }

void noteSuccessSource(const api::ExecuteResponse &response, QStringList &notes)
{
    const bool disagree
        = response.successful && response.successfull && *response.successful != *response.successfull;
    if (disagree) {
        notes.append(Tr::tr("“successful” says %1 and “successfull” says %2; “successful” counts.")
                         .arg(word(*response.successful), word(*response.successfull)));
    }
    switch (response.decidedBy) {
    case api::SuccessSource::Successful:
        break;
    case api::SuccessSource::Successfull:
        notes.append(Tr::tr("The answer has no “successful”; its older spelling “successfull” decided."));
        break;
    case api::SuccessSource::ErrorField:
        notes.append(response.success ? Tr::tr("The answer does not say whether it succeeded; it counts as "
                                               "successful because it names no error.")
                                      : Tr::tr("The answer does not say whether it succeeded; it counts as "
                                               "failed because it names an error."));
        break;
    }
}

void notePart(const api::Exchange &exchange, const QByteArray &body, QStringList &notes)
{
    if (!exchange.fault || body.isEmpty())
        return;
    const QString size = models::sizeText(body.size());
    notes.append(exchange.fault->kind == api::FaultKind::TooLarge
            ? Tr::tr("The answer passed the size limit; below are its first %1.").arg(size)
            : Tr::tr("The answer is not complete; below are the %1 that arrived.").arg(size));
}

void noteLeftOut(const storage::HistoryEntry &entry, const QByteArray &body, QStringList &notes)
{
    if (entry.bodyLeftOut == 0)
        return;
    const QString size = models::sizeText(entry.bodyLeftOut);
    notes.append(body.isEmpty()
            ? Tr::tr("The body of %1 was too large for the history and was not kept.").arg(size)
            : Tr::tr("The body of %1 is too large for the history; save it to keep it.").arg(size));
}

} // namespace

QStringList answerNotes(const workspace::RunRecord &record, const QByteArray &body)
{
    QStringList notes;
    if (record.judgement.response)
        noteSuccessSource(*record.judgement.response, notes);
    notePart(record.entry.exchange, body, notes);
    noteLeftOut(record.entry, body, notes);
    return notes;
}

QString requestIdOf(const workspace::RunRecord &record)
{
    const api::Exchange &exchange = record.entry.exchange;
    if (const auto given = api::headerValue(exchange.answer.headers, "x-request-id");
        given && !given->isEmpty())
        return QString::fromUtf8(*given);
    if (record.judgement.error && !record.judgement.error->requestId.isEmpty())
        return record.judgement.error->requestId;
    return QString::fromUtf8(
        api::headerValue(exchange.request.headers, "x-request-id").value_or(QByteArray()));
}

SentRequest sentRequest(const workspace::RunRecord &record)
{
    const api::HttpRequest &request = record.entry.exchange.request;
    SentRequest sent;
    sent.text = request.method + ' ' + record.entry.baseUrl.toUtf8() + request.path + '\n';
    for (const api::Header &header : request.headers)
        sent.text += header.name + ": " + header.value + '\n';
    sent.text += '\n';
    sent.bodyBegin = sent.text.size();
    sent.text += request.body;
    return sent;
}

} // namespace actionscope::ui
