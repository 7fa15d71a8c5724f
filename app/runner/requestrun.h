// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/apiversion.h"
#include "app/base/secretledger.h"
#include "app/executor/executionrun.h"
#include "app/runner/answercheck.h"
#include "app/runner/runplan.h"
#include "app/runner/runresult.h"
#include "app/runner/variables.h"

#include <QTimer>

namespace actionscope::executor {
class Executor;
}

namespace actionscope::runner {

// What holds for every request of a run.
struct RequestSettings
{
    executor::Destination destination = {};
    api::ApiVersion apiVersion = api::ApiVersion::V31;
    std::chrono::milliseconds timeout = std::chrono::seconds(180); // of a request that sets none of its own
    Redactor redactor = {}; // everything that must not be in a result
    Snapshots snapshots = Snapshots::AreCompared;
    std::function<QByteArray(const QString &actionId)> actionSchema = {}; // of the answer; may be empty
};

// One planned request with its variables: sent, held against its expectations, and sent again only where it asks for
// that. Ends once, with finished().
class RequestRun final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype keptOfExchange = qsizetype(1) << 20;

    // Both must live as long as the run; `variables` hold for this request alone.
    RequestRun(const PlannedRequest &planned, const RequestSettings &settings, const Variables &variables,
        executor::Executor *executor, QObject *parent = nullptr);

    // Instead of the request's own, before start().
    void setEntityId(const QString &entityId) { m_entityId = entityId; }
    void setConnectedAccountId(const QString &accountId) { m_connectedAccountId = accountId; }
    // The result tells the shape of the answer, unless that is so large that it would take the time of those who wait.
    void rememberShape() { m_remembersShape = true; }

    // `result` names the request and its round.
    void start(const RunResult &result);
    // Ends with Outcome::Cancelled, soon.
    void cancel();

Q_SIGNALS:
    // The last attempt, free of secrets and with bodies of at most keptOfExchange bytes; finished() follows at once. Made
    // only where somebody listens.
    void answered(const actionscope::api::Exchange &exchange);
    void finished(const actionscope::runner::RunResult &result,
        const QList<actionscope::runner::CapturedValue> &captured, bool capturedAll);

private:
    [[nodiscard]] QString prepare();
    void send();
    void judge(const api::Exchange &exchange);
    void conclude(const api::Exchange &exchange, const AnswerCheck &check);
    void end(const QList<CapturedValue> &captured, bool capturedAll);
    void addBodies(const api::Exchange &exchange);
    void tellExchange(const api::Exchange &exchange);
    void redact();
    // Free of what is known to be secret and of what looks so.
    [[nodiscard]] QByteArray hidden(const QByteArray &text);

    const PlannedRequest &m_planned;
    const RequestSettings &m_settings;
    Variables m_variables;
    executor::Executor *m_executor;
    executor::ExecutionRun *m_run = nullptr;
    api::HttpRequest m_request;
    QList<Expectation> m_expectations;
    std::optional<QString> m_entityId;
    std::optional<QString> m_connectedAccountId;
    Redactor m_redactor; // of what is known
    SecretLedger m_found;
    RunResult m_result;
    QTimer m_pause; // before it is sent again
    bool m_remembersShape = false;
    bool m_isCancelled = false;
};

} // namespace actionscope::runner
