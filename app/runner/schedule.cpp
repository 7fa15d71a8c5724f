// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/schedule.h"

#include <algorithm>
#include <numeric>

namespace actionscope::runner {

namespace {

// As many cards as there are groups, and some blanks where the same shard would get the same groups in every round.
qint64 cardsInRound(int groups, int shards)
{
    qint64 cards = std::max(groups, 1);
    while (std::gcd(cards, qint64(shards)) != 1)
        ++cards;
    return cards;
}

} // namespace

Schedule::Schedule(const RunPlan &plan, qint64 rounds, const Shard &shard)
    : m_plan(plan)
    , m_rounds(rounds)
    , m_shard(shard)
    , m_cards(cardsInRound(plan.groups, shard.count))
    , m_before(plan.requests.size())
{
    for (std::size_t i = 0; i < plan.requests.size(); ++i) {
        for (const int other : plan.requests[i].after)
            m_before[std::size_t(other)].append(int(i));
    }
    m_size = sizeOfFirstRound() + sizeOfOthers();
}

// A request that cannot be sent at all says so once.
bool Schedule::isIn(int request, qint64 round) const
{
    const PlannedRequest &planned = m_plan.requests[std::size_t(request)];
    return m_shard.holds(round * m_cards + planned.group) && (round == 0 || planned.trouble.isEmpty());
}

qint64 Schedule::sizeOfFirstRound() const
{
    qint64 size = 0;
    for (std::size_t i = 0; i < m_plan.requests.size(); ++i)
        size += m_rounds > 0 && isIn(int(i), 0);
    return size;
}

// Groups are dealt out round after round; which of them this shard gets repeats after as many cards as a round has.
qint64 Schedule::sizeOfOthers() const
{
    std::vector<qint64> sizes(std::size_t(m_cards), 0);
    for (const PlannedRequest &request : m_plan.requests)
        sizes[std::size_t(request.group)] += request.trouble.isEmpty();
    const qint64 end = m_rounds * m_cards;
    const qint64 first = m_cards + (m_shard.number - 1 - m_cards % m_shard.count + m_shard.count) % m_shard.count;
    const qint64 dealt = first < end ? (end - 1 - first) / m_shard.count + 1 : 0;
    qint64 size = 0;
    qint64 cycle = 0;
    for (qint64 i = 0; i < std::min(dealt, m_cards); ++i) {
        const qint64 one = sizes[std::size_t((first + i * m_shard.count) % m_cards)];
        cycle += one;
        size += i < dealt % m_cards ? one : 0;
    }
    return size + dealt / m_cards * cycle;
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
