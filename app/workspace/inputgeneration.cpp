// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/inputgeneration.h"

#include "app/executor/executor.h"

namespace actionscope::workspace {

namespace {

constexpr qint64 largestAnswer = qint64(16) << 20; // bytes; an input, and not a download

}

InputGeneration::InputGeneration(const api::InputRequest &request, api::ApiVersion version,
    const executor::Destination &destination, executor::Executor *executor, QObject *parent)
    : QObject(parent)
    , m_request(api::toWire(request, version))
    , m_destination(destination)
    , m_executor(executor)
{
}

void InputGeneration::start()
{
    m_run = m_executor->start(m_request, m_destination, {m_timeout, largestAnswer});
    connect(m_run, &executor::ExecutionRun::finished, this,
        [this](const api::Exchange &exchange) { Q_EMIT finished(api::readInputAnswer(exchange)); });
}

void InputGeneration::cancel()
{
    if (m_run)
        m_run->cancel();
}

} // namespace actionscope::workspace
