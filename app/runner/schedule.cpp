// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/schedule.h"

#include <algorithm>

namespace actionscope::runner {

Schedule::Schedule(const RunPlan &plan, qint64 rounds, const Shard &shard)
    : m_plan(plan)
    , m_rounds(rounds)
    , m_shard(shard)
    , m_before(plan.requests.size())
{
    for (std::size_t i = 0; i < plan.requests.size(); ++i) {
        for (const int other : plan.requests[i].after)
            m_before[std::size_t(other)].append(int(i));
    }
    // From the second round on, the rounds repeat in size after as many as there are shards.
    const qint64 period = std::min<qint64>(m_shard.count, m_rounds - 1);
    if (m_rounds > 0)
        m_size = sizeOf(0);
    for (qint64 i = 0; i < period; ++i)
        m_size += sizeOf(1 + i) * ((m_rounds - 2 - i) / m_shard.count + 1);
}

// A request that cannot be sent at all says so once.
bool Schedule::isIn(int request, qint64 round) const
{
    const PlannedRequest &planned = m_plan.requests[std::size_t(request)];
    return m_shard.holds(planned.group, round) && (round == 0 || planned.trouble.isEmpty());
}

qsizetype Schedule::sizeOf(qint64 round) const
{
    qsizetype size = 0;
    for (std::size_t i = 0; i < m_plan.requests.size(); ++i)
        size += isIn(int(i), round);
    return size;
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
