// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/outcome.h"

namespace actionscope::test {

using executor::ExecutionRun;

api::HttpRequest sampleRequest(const QByteArray &body)
{
    return {"POST", "/api/v2/actions/A%2FB/execute", {{"Content-Type", "application/json"}}, body};
}

Outcome::Outcome(executor::Executor &executor, const api::HttpRequest &request,
    const executor::Destination &destination, const executor::RunOptions &options)
    : m_run(executor.start(request, destination, options))
{
    connect(m_run, &ExecutionRun::finished, this, [this](const api::Exchange &exchange) {
        m_exchange = exchange;
        ++m_ends;
    });
    connect(m_run, &ExecutionRun::progress, this,
        [this](const executor::Progress &progress) { m_progress.append(progress); });
}

executor::Phase Outcome::phase() const
{
    return m_progress.isEmpty() ? executor::Phase::Waiting : m_progress.last().phase;
}

QString Outcome::fault() const
{
    return m_exchange.fault ? api::faultName(m_exchange.fault->kind) : QString();
}

QString Outcome::sentence() const
{
    return m_exchange.fault ? m_exchange.fault->sentence : QString();
}

bool Outcome::requestHadLeft() const
{
    return m_exchange.fault && m_exchange.fault->requestHadLeft;
}

} // namespace actionscope::test
