// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workspace/execution.h"
#include "app/workspace/replaycomparison.h"
#include "app/workspace/replayseries.h"

namespace actionscope::workspace {

struct ReplayPlan
{
    ExecutionPlan execution;
    std::optional<api::Exchange> recorded = {}; // to compare with
    QString recordedBaseUrl = {};
    json::DiffOptions options = {};
    int repeat = 1;
};

// Sends a request again, once or several times one after the other, and compares each run with what was recorded.
// Whoever starts it has asked the person before. Storing the records is theirs, too.
class Replay final : public QObject
{
    Q_OBJECT

public:
    Replay(const ReplayPlan &plan, executor::Executor *executor, QObject *parent = nullptr);

    void start();
    // The run on its way ends as cancelled; finished() follows.
    void cancel();

    [[nodiscard]] const ReplaySeries &series() const { return m_series; }
    // Of the first run that differs from the recording, else of the last; nothing where nothing was recorded.
    [[nodiscard]] const std::optional<ReplayComparison> &comparison() const { return m_comparison; }
    [[nodiscard]] int differingRuns() const { return m_differing; }
    [[nodiscard]] bool isCancelled() const { return m_isCancelled; }

Q_SIGNALS:
    // `comparison` is nothing where nothing was recorded. A run that was cancelled is told, too, but not counted.
    void runFinished(const actionscope::workspace::RunRecord &record,
        const std::optional<actionscope::workspace::ReplayComparison> &comparison, const QByteArray &rawBody);
    // Exactly once, after the last run.
    void finished();

private:
    void next();
    void take(const RunRecord &record, const QByteArray &rawBody);
    void tell(const RunRecord &record, const std::optional<ReplayComparison> &comparison, const QByteArray &rawBody);

    ReplayPlan m_plan;
    executor::Executor *m_executor;
    Execution *m_execution = nullptr;
    ReplaySeries m_series;
    std::optional<ReplayComparison> m_comparison;
    int m_differing = 0;
    int m_runs = 0;
    bool m_isCancelled = false;
};

} // namespace actionscope::workspace
