// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/runplan.h"
#include "app/runner/shard.h"

#include <deque>
#include <functional>
#include <optional>
#include <queue>

namespace actionscope::runner {

// One request in one round of a run.
struct Unit
{
    int request = 0; // place in the plan
    qint64 round = 0; // from 0
    int missing = -1; // the request that did not give what this one waits for; -1 where nothing is missing

    bool operator==(const Unit &) const = default;
};

// Which request is next. A round is the plan once, with one data row; rounds know nothing of each other, and there are
// never more of them open than are needed to keep everybody busy.
class Schedule final
{
public:
    // `columns` rounds that follow each other are the same with another variant, and stay in one shard.
    Schedule(const RunPlan &plan, qint64 rounds, const Shard &shard, qint64 columns = 1);

    // How many units there will be.
    [[nodiscard]] qint64 size() const { return m_size; }
    // The next one that waits for nothing; none while everything left waits for what is under way, or at the end.
    [[nodiscard]] std::optional<Unit> next();
    // A unit that next() gave is over.
    enum class Gave { Everything, NotEverything };
    void finish(const Unit &unit, Gave gave);
    // Requests of which something was not given out yet, in the order of the plan.
    [[nodiscard]] QList<int> notBegun() const;
    // The first round that is still open: what belongs to an earlier one can be forgotten.
    [[nodiscard]] qint64 firstOpenRound() const { return m_open.empty() ? m_nextRound : m_open.front().number; }

private:
    struct Round
    {
        qint64 number = 0;
        std::vector<int> waitsFor; // by request: how many others are to come first
        std::vector<int> missing; // by request: who failed it
        std::priority_queue<int, std::vector<int>, std::greater<>> ready;
        qsizetype left = 0;
    };

    [[nodiscard]] bool isIn(int request, qint64 round) const;
    [[nodiscard]] qint64 timesOf(const PlannedRequest &planned) const;
    void openRound();

    const RunPlan &m_plan;
    qint64 m_rounds;
    Shard m_shard;
    qint64 m_columns;
    qint64 m_size = 0;
    qint64 m_nextRound = 0;
    std::vector<QList<int>> m_before; // by request: who waits for it
    std::vector<qint64> m_begun; // by request: how often it was given out
    std::deque<Round> m_open;
};

} // namespace actionscope::runner
