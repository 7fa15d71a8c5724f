// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/datarows.h"
#include "app/runner/matrix.h"
#include "app/runner/requestrun.h"
#include "app/runner/runsummary.h"
#include "app/runner/schedule.h"

#include <QElapsedTimer>

namespace actionscope::runner {

struct RunnerOptions
{
    RequestSettings settings = {};
    QList<Variables> variables = {}; // by RequestFile::collection: all levels but data row and captured
    DataRows rows = {};
    QList<Variant> variants = {}; // everything once for each of them; empty: as it is
    int repeat = 1;
    int jobs = 1; // requests at once
    Shard shard = {};
    enum class AfterFailure { GoOn, Stop } afterFailure = AfterFailure::GoOn;
};

// A run: every request of a plan, for every data row, as often as asked, each sent once. Lives in the event loop; the
// results are handed on and forgotten, so a run may be of any length.
class Runner final : public QObject
{
    Q_OBJECT

public:
    Runner(const RunPlan &plan, const RunnerOptions &options, QObject *parent = nullptr);
    ~Runner() override;

    // `summary` comes with what only the caller knows: title, environment.
    void start(const RunSummary &summary = {});
    // Nothing more is begun and what is under way is cut off; finished() follows soon.
    void cancel();

    [[nodiscard]] const RunSummary &summary() const { return m_summary; }
    [[nodiscard]] int underWay() const { return int(m_running.size()); }

Q_SIGNALS:
    void requestStarted(const QString &title);
    // What was sent and what came back of the request whose requestFinished() is next; see RequestRun. Made only where
    // somebody listens from the beginning.
    void answered(const actionscope::api::Exchange &exchange);
    // Free of secrets. The summary holds it already.
    void requestFinished(const actionscope::runner::RunResult &result);
    // Exactly once, at the end.
    void finished(const actionscope::runner::RunSummary &summary);

private:
    [[nodiscard]] QString planName() const;
    void tellBadRows();
    void refuse();
    void fill();
    void begin(const Unit &unit);
    void skip(const Unit &unit);
    void take(const Unit &unit, const RunResult &result, const QList<CapturedValue> &captured, bool capturedAll);
    void stop();
    void endIfDone();
    [[nodiscard]] qint64 rowOf(const Unit &unit) const; // from 0; -1 where there are none
    [[nodiscard]] const Variant *variantOf(const Unit &unit) const; // null where there are none
    [[nodiscard]] RunResult resultFor(const Unit &unit) const;
    [[nodiscard]] Variables variablesFor(const Unit &unit) const;

    RunPlan m_plan;
    RunnerOptions m_options;
    // One manager opens six connections to a host; more requests at once need more of them.
    struct Lane
    {
        executor::Executor *executor = nullptr;
        int running = 0;
    };
    std::vector<Lane> m_lanes;
    Schedule m_schedule;
    RunSummary m_summary;
    QElapsedTimer m_clock;
    QList<RequestRun *> m_running;
    QHash<qint64, QList<Binding>> m_captured; // by round, while it is open
    QTimer m_more; // fill() from the event loop, so that many skipped ones do not stack up
    QSet<int> m_refused; // told before anything was sent
    bool m_isStopping = false;
    bool m_isOver = false;
};

} // namespace actionscope::runner
