// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/schedule.h"

#include <algorithm>

namespace actionscope::runner {

Schedule::Schedule(const RunPlan &plan, qint64 rounds, const Shard &shard, qint64 columns)
    : m_plan(plan)
    , m_rounds(rounds)
    , m_shard(shard)
    , m_columns(columns)
    , m_before(plan.requests.size())
    , m_begun(plan.requests.size(), 0)
{
    for (std::size_t i = 0; i < plan.requests.size(); ++i) {
        m_size += timesOf(plan.requests[i]);
        for (const int other : plan.requests[i].after)
            m_before[std::size_t(other)].append(int(i));
    }
}

// Rows and repeats go from shard to shard, so that one request with many rows is shared, too. A request that cannot be
// sent at all says so once.
bool Schedule::isIn(int request, qint64 round) const
{
    const PlannedRequest &planned = m_plan.requests[std::size_t(request)];
    return m_shard.holds(qint64(planned.group) + round / m_columns) && (round == 0 || planned.trouble.isEmpty());
}

// In how many rounds isIn() is true.
qint64 Schedule::timesOf(const PlannedRequest &planned) const
{
    const qint64 count = m_shard.count;
    const qint64 rows = m_rounds / m_columns;
    const qint64 first = (m_shard.number - 1 - qint64(planned.group) % count + count) % count;
    if (!planned.trouble.isEmpty())
        return m_rounds > 0 && first == 0 ? 1 : 0;
    return first < rows ? ((rows - 1 - first) / count + 1) * m_columns : 0;
}

QList<int> Schedule::notBegun() const
{
    QList<int> requests;
    for (std::size_t i = 0; i < m_begun.size(); ++i) {
        if (m_begun[i] < timesOf(m_plan.requests[i]))
            requests.append(int(i));
    }
    return requests;
}

void Schedule::openRound()
{
    Round round;
    round.number = m_nextRound++;
    round.waitsFor.resize(m_plan.requests.size());
    round.missing.assign(m_plan.requests.size(), -1);
    for (std::size_t i = 0; i < m_plan.requests.size(); ++i) {
        if (!isIn(int(i), round.number))
            continue;
        ++round.left;
        for (const int other : m_plan.requests[i].after) {
            if (isIn(other, round.number))
                ++round.waitsFor[i];
            else
                round.missing[i] = other; // it had its trouble in the first round
        }
        if (round.waitsFor[i] == 0)
            round.ready.push(int(i));
    }
    if (round.left > 0)
        m_open.push_back(std::move(round));
}

std::optional<Unit> Schedule::next()
{
    for (;;) {
        for (Round &round : m_open) {
            if (round.ready.empty())
                continue;
            const int request = round.ready.top();
            round.ready.pop();
            ++m_begun[std::size_t(request)];
            return Unit {request, round.number, round.missing[std::size_t(request)]};
        }
        if (m_nextRound >= m_rounds)
            return {};
        openRound();
    }
}

void Schedule::finish(const Unit &unit, Gave gave)
{
    const auto round = std::find_if(m_open.begin(), m_open.end(), [&](const Round &one) { return one.number == unit.round; });
    for (const int other : std::as_const(m_before[std::size_t(unit.request)])) {
        if (!isIn(other, unit.round))
            continue;
        if (gave == Gave::NotEverything && round->missing[std::size_t(other)] < 0)
            round->missing[std::size_t(other)] = unit.request;
        if (--round->waitsFor[std::size_t(other)] == 0)
            round->ready.push(other);
    }
    if (--round->left == 0)
        m_open.erase(round);
}

} // namespace actionscope::runner
