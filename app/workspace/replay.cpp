// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/replay.h"

#include "app/base/whenready.h"

#include <QtConcurrent>

namespace actionscope::workspace {

Replay::Replay(const ReplayPlan &plan, executor::Executor *executor, QObject *parent)
    : QObject(parent)
    , m_plan(plan)
    , m_executor(executor)
{
}

void Replay::start() { next(); }

void Replay::cancel()
{
    m_isCancelled = true;
    if (m_execution)
        m_execution->cancel();
}

void Replay::next()
{
    ++m_runs;
    m_execution = new Execution(m_plan.execution, m_executor, this);
    connect(m_execution, &Execution::finished, this, [this](const RunRecord &record, const QByteArray &rawBody) {
        m_execution->deleteLater();
        m_execution = nullptr;
        take(record, rawBody);
    });
    m_execution->start();
}

void Replay::take(const RunRecord &record, const QByteArray &rawBody)
{
    if (!m_plan.recorded || record.judgement.verdict == api::Verdict::Cancelled)
        return tell(record, {}, rawBody);
    const auto comparison = QtConcurrent::run([record, plan = m_plan] {
        return compare(*plan.recorded, record, plan.options, plan.recordedBaseUrl, plan.execution.catalog);
    });
    whenReady(comparison, this, [this, record, rawBody](const ReplayComparison &made) { tell(record, made, rawBody); });
}

void Replay::tell(const RunRecord &record, const std::optional<ReplayComparison> &comparison, const QByteArray &rawBody)
{
    if (record.judgement.verdict != api::Verdict::Cancelled)
        m_series.add(record);
    if (comparison) {
        const bool isFirstToDiffer = !comparison->isSame() && m_differing++ == 0;
        if (isFirstToDiffer || m_differing == 0)
            m_comparison = comparison;
    }
    Q_EMIT runFinished(record, comparison, rawBody);
    if (m_isCancelled || m_runs >= m_plan.repeat)
        Q_EMIT finished();
    else
        next();
}

} // namespace actionscope::workspace
