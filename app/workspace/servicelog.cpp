// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/servicelog.h"

#include "app/api/executeresponse.h"
#include "app/base/tr.h"
#include "app/json/format.h"

#include <algorithm>

namespace actionscope::workspace {

namespace {

constexpr qint64 tolerance = 2 * 60; // seconds by which two clocks may differ
constexpr int notFoundStatus = 404;

qint64 distance(const api::LogEntry &entry, const QDateTime &time) { return std::abs(entry.time.msecsTo(time)); }

} // namespace

ServiceLog::ServiceLog(const storage::HistoryEntry &run, const executor::Destination &destination, executor::Executor *executor, QObject *parent)
    : QObject(parent)
    , m_run(run)
    , m_destination(destination)
    , m_executor(executor)
{
}

QString ServiceLog::logIdOf(const storage::HistoryEntry &run)
{
    const json::Document document = json::Document::parse(run.exchange.answer.body);
    const auto response = api::readExecuteResponse(document);
    return response ? response->logId : QString();
}

api::LogQuery ServiceLog::queryFor(const storage::HistoryEntry &run)
{
    api::LogQuery query;
    query.actionId = run.draft.request.actionId;
    query.entityId = run.draft.request.entityId;
    query.connectedAccountId = query.entityId.isEmpty() ? run.draft.request.connectedAccountId : QString();
    const qint64 taken = std::max<qint64>(0, run.exchange.timings.finished) / 1'000'000;
    query.from = run.startedAt.addSecs(-tolerance);
    query.to = run.startedAt.addSecs(taken + tolerance);
    return query;
}

void ServiceLog::start()
{
    const QString id = logIdOf(m_run);
    if (id.isEmpty())
        search();
    else
        load(id, true);
}

void ServiceLog::cancel()
{
    if (m_read)
        m_read->cancel();
}

void ServiceLog::load(const QString &id, bool isCertain)
{
    m_read = new catalog::LogRead(m_executor, m_destination, {.retries = 2}, this);
    connect(m_read, &catalog::LogRead::found, this, [this, isCertain](const api::LogPage &page) {
        Q_EMIT finished(page.entries.first(), isCertain);
    });
    connect(m_read, &catalog::LogRead::failed, this, [this, isCertain](const Error &error) {
        // The log forgets, and versions do not know each other's ids.
        if (isCertain && m_read->refusedStatus() == notFoundStatus)
            search();
        else
            Q_EMIT finished(Failure(error), isCertain);
    });
    m_read->load(id, m_run.apiVersion);
}

void ServiceLog::search()
{
    m_read = new catalog::LogRead(m_executor, m_destination, {.retries = 2}, this);
    connect(m_read, &catalog::LogRead::found, this, &ServiceLog::takeCandidates);
    connect(m_read, &catalog::LogRead::failed, this, [this](const Error &error) { Q_EMIT finished(Failure(error), false); });
    m_read->search(queryFor(m_run), m_run.apiVersion);
}

void ServiceLog::takeCandidates(const api::LogPage &page)
{
    const QDateTime ended = m_run.startedAt.addMSecs(std::max<qint64>(0, m_run.exchange.timings.finished) / 1000);
    const auto nearest = std::min_element(page.entries.begin(), page.entries.end(), [&](const api::LogEntry &left, const api::LogEntry &right) {
        return distance(left, ended) < distance(right, ended);
    });
    if (nearest == page.entries.end()) {
        Q_EMIT finished(failure(ErrorCode::NotFound, Tr::tr("The service's log holds no execution of %1 at that time.").arg(m_run.draft.request.actionId)), false);
        return;
    }
    load(nearest->id, false);
}

QString successWord(const api::LogEntry &entry)
{
    return !entry.isSuccessful ? Tr::tr("unknown") : *entry.isSuccessful ? QStringLiteral("success") : QStringLiteral("failed");
}

QString textOf(const api::LogEntry &entry)
{
    const std::pair<QString, QString> lines[] = {{Tr::tr("Log id"), entry.id}, {Tr::tr("Time"), entry.time.toString(Qt::ISODateWithMs)},
        {Tr::tr("Action"), entry.actionId}, {Tr::tr("App"), entry.appName}, {Tr::tr("Entity"), entry.entityId},
        {Tr::tr("Connected account"), entry.connectedAccountId}, {Tr::tr("Status"), successWord(entry)},
        {Tr::tr("Milliseconds"), entry.milliseconds < 0 ? QString() : QString::number(entry.milliseconds)}, {Tr::tr("Error"), entry.summary}};
    QString text;
    for (const auto &[title, value] : lines) {
        if (!value.isEmpty())
            text += QStringLiteral("%1: %2\n").arg(title, value);
    }
    const std::pair<QString, QByteArray> parts[]
        = {{Tr::tr("Received"), entry.request}, {Tr::tr("Response"), entry.response}, {Tr::tr("Steps"), entry.steps}};
    for (const auto &[title, bytes] : parts) {
        if (!bytes.isEmpty())
            text += QStringLiteral("\n%1\n%2\n").arg(title, QString::fromUtf8(json::prettyPrinted(bytes)));
    }
    return text;
}

} // namespace actionscope::workspace
