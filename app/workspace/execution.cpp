// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/execution.h"

#include "app/api/authconfig.h"
#include "app/base/whenready.h"
#include "app/executor/executor.h"
#include "app/json/document.h"
#include "app/storage/entryredaction.h"
#include "app/workspace/recorddiagnosis.h"

#include <QtConcurrent>

#include <utility>

namespace actionscope::workspace {

namespace {

void addVariableSecrets(const ExecutionPlan &plan, Redactor *redactor)
{
    for (const runner::Binding &secret : plan.secrets)
        redactor->addSecret(secret.name.toUtf8(), json::decodedString(secret.json).toUtf8());
}

// The entry as it may be kept and shown later: the authConfig's values by structure, then every known secret
// wherever else it turns up (an answer that echoes the request, say).
storage::HistoryEntry withoutSecrets(storage::HistoryEntry entry, const ExecutionPlan &plan)
{
    Redactor redactor;
    redactor.addSecret("apiKey", plan.destination.apiKey);
    addVariableSecrets(plan, &redactor);
    api::addAuthConfigSecrets(plan.draft.request.authConfig, redactor);

    api::ExecuteRequest &request = entry.draft.request;
    request.authConfig = api::redactedAuthConfig(request.authConfig);
    if (!plan.draft.request.authConfig.isEmpty())
        entry.exchange.request.body = api::toWire(request, entry.apiVersion).request.body;
    storage::redact(entry, redactor);
    return entry;
}

// What came is what is shown, but for the secrets of variables, which no view shows.
QByteArray shownBody(const QByteArray &body, const ExecutionPlan &plan)
{
    Redactor redactor;
    addVariableSecrets(plan, &redactor);
    return redactor.isEmpty() ? body : redactor.redacted(body);
}

RunRecord recordOf(const api::Exchange &exchange, const ExecutionPlan &plan, const QDateTime &startedAt)
{
    RunRecord record;
    record.judgement = diagnosis::judge(exchange);
    storage::HistoryEntry entry;
    entry.startedAt = startedAt;
    entry.environment = plan.environment.name;
    entry.baseUrl = plan.destination.baseUrl.toString();
    entry.apiVersion = plan.environment.apiVersion;
    entry.draft = plan.draft;
    entry.exchange = exchange;
    entry.verdict = record.judgement.verdict;
    entry.sentence = record.judgement.sentence;
    record.entry = withoutSecrets(std::move(entry), plan);
    record.sent = plan.sent;
    record.diagnosis = diagnosisOf(record, diagnosis::keyKindOf(plan.destination.apiKey), plan.catalog);
    return record;
}

} // namespace

Execution::Execution(const ExecutionPlan &plan, executor::Executor *executor, QObject *parent)
    : QObject(parent)
    , m_plan(plan)
    , m_executor(executor)
{
}

void Execution::start()
{
    m_startedAt = QDateTime::currentDateTimeUtc();
    const api::WireForm wire = api::toWire(m_plan.draft.request, m_plan.environment.apiVersion);
    executor::RunOptions options;
    options.timeout = std::chrono::seconds(m_plan.draft.timeoutSeconds);
    options.maximumBodySize = m_plan.maximumBodySize;
    m_run = m_executor->start(wire.request, m_plan.destination, options);
    if (m_plan.kept) {
        m_known = QtConcurrent::run([id = m_plan.draft.request.actionId, catalog = m_plan.catalog, store = *m_plan.kept] {
            return catalog::knowing(id, catalog, store);
        });
    }
    connect(m_run, &executor::ExecutionRun::progress, this, &Execution::progress);
    if (m_plan.secrets.isEmpty()) // a beginning may hold half of one
        connect(m_run, &executor::ExecutionRun::arriving, this, &Execution::arriving);
    connect(m_run, &executor::ExecutionRun::finished, this, &Execution::conclude);
}

void Execution::cancel()
{
    if (m_run)
        m_run->cancel();
}

void Execution::conclude(const api::Exchange &exchange)
{
    m_run = nullptr;
    const auto concluding = QtConcurrent::run([exchange, plan = m_plan, startedAt = m_startedAt, known = m_known]() mutable {
        if (plan.kept)
            plan.catalog = known.result();
        return std::pair(recordOf(exchange, plan, startedAt), shownBody(exchange.answer.body, plan));
    });
    whenReady(concluding, this, [this](const std::pair<RunRecord, QByteArray> &concluded) {
        Q_EMIT finished(concluded.first, concluded.second);
    });
}

} // namespace actionscope::workspace
