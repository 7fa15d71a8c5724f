// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/latencies.h"
#include "app/workspace/failuremark.h"

namespace actionscope::workspace {

// The same request several times: what it came to each time, and how long it took.
class ReplaySeries final
{
public:
    struct Outcome
    {
        FailureMark mark;
        int count = 0;
    };

    void add(const RunRecord &record);

    [[nodiscard]] qsizetype count() const { return m_microseconds.size(); }
    // The most frequent first.
    [[nodiscard]] QList<Outcome> outcomes() const;
    [[nodiscard]] bool isFlaky() const { return m_outcomes.size() > 1; }
    [[nodiscard]] const runner::Latencies &latencies() const { return m_latencies; }
    // Of one run, in their order.
    [[nodiscard]] const FailureMark &markAt(qsizetype run) const { return m_outcomes[m_series[run]].mark; }
    [[nodiscard]] qint64 microsecondsAt(qsizetype run) const { return m_microseconds[run]; }
    // Milliseconds in the order of the runs.
    [[nodiscard]] QList<qint64> milliseconds() const;
    // One letter for each run in their order: a the first outcome that was seen, b the second, …
    [[nodiscard]] QString outcomeLine() const;
    // One bar for each run in their order; where there are more than `columns`, a bar stands for the slowest of several.
    [[nodiscard]] QString sparkline(int columns = 60) const;
    // "a" for an outcome.
    [[nodiscard]] QString letterOf(const FailureMark &mark) const;

private:
    QList<Outcome> m_outcomes; // in the order they were first seen
    QList<qsizetype> m_series; // positions in the above
    QList<qint64> m_microseconds;
    runner::Latencies m_latencies;
};

// Whether it is flaky, each outcome with its letter and how often it came, and the times.
[[nodiscard]] QStringList wordsOf(const ReplaySeries &series);

} // namespace actionscope::workspace
