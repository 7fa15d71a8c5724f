// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/inputgeneration.h"
#include "app/executor/executionrun.h"

#include <QObject>
#include <QPointer>

namespace actionscope::executor {
class Executor;
}

namespace actionscope::workspace {

// One question to the service: what input would these words make. It executes nothing and changes no draft.
class InputGeneration final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds patience {180}; // a model takes its time, and may be asked twice

    InputGeneration(const api::InputRequest &request, api::ApiVersion version,
        const executor::Destination &destination, executor::Executor *executor, QObject *parent = nullptr);

    void setTimeout(std::chrono::milliseconds timeout) { m_timeout = timeout; }
    void start();
    void cancel();

Q_SIGNALS:
    // Exactly once.
    void finished(const actionscope::api::InputAnswer &answer);

private:
    api::HttpRequest m_request;
    executor::Destination m_destination;
    executor::Executor *m_executor;
    QPointer<executor::ExecutionRun> m_run;
    std::chrono::milliseconds m_timeout = patience;
};

} // namespace actionscope::workspace
