// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/minimizer.h"
#include "app/workspace/execution.h"
#include "app/workspace/failuremark.h"

namespace actionscope::workspace {

// Looks for the smallest input that still fails the same way, by executing smaller and smaller ones, one after the
// other. Whoever starts it has asked the person before, and has said how often it may execute.
class InputMinimization final : public QObject
{
    Q_OBJECT

public:
    enum class End {
        Smallest, // nothing more can be taken out
        OutOfTries,
        Stopped,
        NoFailure, // the input as it is does not fail
        Unsteady, // it does not fail the same way each time
        Disturbed, // the service stopped answering as it did
    };
    struct Outcome
    {
        End end = End::Stopped;
        QByteArray input; // the best so far
        FailureMark mark; // of the failure
        int executions = 0;
        QString sentence; // what it came to, for people

        [[nodiscard]] bool hasShrunk(const QByteArray &original) const { return input.size() < original.size(); }
    };

    static constexpr int usualMost = 200;
    // As often as it fails the same way before anything is taken out, and once more in the end.
    static constexpr int checks = 3;

    // `most` counts every execution, the checks with them.
    InputMinimization(const ExecutionPlan &plan, int most, executor::Executor *executor, QObject *parent = nullptr);

    // How many executions an input takes at most; no more than `most`.
    [[nodiscard]] static int mostExecutions(const QByteArray &input, int most = usualMost);

    void start();
    // finished() follows with the best so far.
    void stop();

Q_SIGNALS:
    // `best` is the smallest input that failed the same way until now.
    void progress(int executions, const QByteArray &best);
    void finished(const actionscope::workspace::InputMinimization::Outcome &outcome);

private:
    enum class Stage { First, Again, Searching, Last };

    void execute(const QByteArray &input);
    void take(const RunRecord &record);
    void takeFirst(const FailureMark &mark);
    void search();
    void conclude(End end);
    [[nodiscard]] QString sentenceOf(End end) const;

    ExecutionPlan m_plan;
    int m_most;
    executor::Executor *m_executor;
    Execution *m_execution = nullptr;
    runner::Minimizer m_minimizer;
    FailureMark m_mark;
    FailureMark m_other; // that came instead
    Stage m_stage = Stage::First;
    int m_executions = 0;
    bool m_isStopping = false;
    bool m_isOver = false;
};

} // namespace actionscope::workspace
