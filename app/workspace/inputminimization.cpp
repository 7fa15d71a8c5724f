// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/inputminimization.h"

#include "app/base/tr.h"

#include <algorithm>

namespace actionscope::workspace {

namespace {

// Answers that say nothing about the input: going on would take innocent keys for guilty ones.
bool isDisturbance(const FailureMark &mark)
{
    constexpr int tooManyRequests = 429;
    constexpr int firstOutage = 502;
    const bool isBusy = mark.verdict == api::Verdict::ServiceRefused && (mark.status == tooManyRequests || mark.status >= firstOutage);
    return isBusy || mark.verdict == api::Verdict::NoUsableAnswer || mark.verdict == api::Verdict::OutcomeUnknown;
}

} // namespace

InputMinimization::InputMinimization(const ExecutionPlan &plan, int most, executor::Executor *executor, QObject *parent)
    : QObject(parent)
    , m_plan(plan)
    , m_most(most)
    , m_executor(executor)
    , m_minimizer(plan.draft.request.input, std::max(0, most - checks))
{
}

int InputMinimization::mostExecutions(const QByteArray &input, int most)
{
    return std::min(most, runner::Minimizer::mostTries(input, most) + checks);
}

void InputMinimization::start() { execute(m_plan.draft.request.input); }

void InputMinimization::stop()
{
    m_isStopping = true;
    if (m_execution)
        m_execution->cancel();
    else
        conclude(End::Stopped);
}

void InputMinimization::execute(const QByteArray &input)
{
    ExecutionPlan plan = m_plan;
    plan.draft.request.input = input;
    ++m_executions;
    m_execution = new Execution(plan, m_executor, this);
    connect(m_execution, &Execution::finished, this, [this](const RunRecord &record) {
        m_execution->deleteLater();
        m_execution = nullptr;
        take(record);
    });
    m_execution->start();
}

void InputMinimization::take(const RunRecord &record)
{
    if (m_isStopping)
        return conclude(End::Stopped);
    const FailureMark mark = markOf(record);
    const bool isSame = mark == m_mark;
    switch (m_stage) {
    case Stage::First:
        return takeFirst(mark);
    case Stage::Again:
    case Stage::Last:
        m_other = mark;
        if (!isSame)
            return conclude(isDisturbance(mark) ? End::Disturbed : End::Unsteady);
        if (m_stage == Stage::Last)
            return conclude(m_minimizer.isComplete() ? End::Smallest : End::OutOfTries);
        m_stage = Stage::Searching;
        return search();
    case Stage::Searching:
        m_other = mark;
        if (!isSame && isDisturbance(mark))
            return conclude(End::Disturbed);
        m_minimizer.tell(isSame);
        Q_EMIT progress(m_executions, m_minimizer.best());
        return search();
    }
}

void InputMinimization::takeFirst(const FailureMark &mark)
{
    m_mark = mark;
    if (mark.verdict == api::Verdict::Successful || mark.verdict == api::Verdict::Cancelled)
        return conclude(End::NoFailure);
    if (m_executions >= m_most)
        return conclude(End::OutOfTries);
    m_stage = Stage::Again;
    execute(m_plan.draft.request.input);
}

void InputMinimization::search()
{
    if (const auto text = m_minimizer.next())
        return execute(*text);
    if (m_minimizer.best() == m_plan.draft.request.input || m_executions >= m_most)
        return conclude(m_minimizer.isComplete() ? End::Smallest : End::OutOfTries);
    m_stage = Stage::Last;
    execute(m_minimizer.best());
}

void InputMinimization::conclude(End end)
{
    if (m_isOver)
        return;
    m_isOver = true;
    Q_EMIT finished({end, m_minimizer.best(), m_mark, m_executions, sentenceOf(end)});
}

QString InputMinimization::sentenceOf(End end) const
{
    const QString failure = wordsOf(m_mark);
    switch (end) {
    case End::Smallest:
        return Tr::tr("Nothing more can be taken out of the input while it fails the same way: %1.").arg(failure);
    case End::OutOfTries:
        return Tr::tr("There may be a smaller input: the number of executions was used up. It fails the same way: %1.").arg(failure);
    case End::Stopped:
        return Tr::tr("The search was stopped; this is the smallest input so far.");
    case End::NoFailure:
        return Tr::tr("There is nothing to look for: the execution did not fail (%1).").arg(failure);
    case End::Unsteady:
        return Tr::tr("The execution does not fail the same way each time: once %1, then %2. What is left may be more or less than the cause.")
            .arg(failure, wordsOf(m_other));
    case End::Disturbed:
        return Tr::tr("The search ended early, for the service no longer answered as before: %1.").arg(wordsOf(m_other));
    }
    return {};
}

} // namespace actionscope::workspace
