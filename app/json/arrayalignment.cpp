// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/arrayalignment.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace actionscope::json {

namespace {

using Items = std::vector<Value>;
using Marks = std::vector<QByteArray>; // what tells an item from the others, by position

const std::array<const char16_t *, 10> idNames {
    u"id", u"_id", u"uuid", u"node_id", u"key", u"sha", u"number", u"slug", u"login", u"name"};

// Every item's id under one name; empty where one has none or two have the same.
Marks idsOf(const Items &items, QStringView name)
{
    Marks ids;
    QHash<QByteArray, bool> seen;
    for (const Value &item : items) {
        const Value id = item.isObject() ? item.member(name) : Value();
        if (!id.isValid() || id.isContainer() || (!id.isString() && !id.isNumber()))
            return {};
        const QByteArray mark = comparableBytes(id);
        if (seen.contains(mark))
            return {};
        seen.insert(mark, true);
        ids.push_back(mark);
    }
    return ids;
}

Marks contentsOf(const Items &items, const SubtreeHashes &hashes)
{
    Marks marks;
    for (const Value &item : items) {
        const size_t hash = hashes.of(item);
        marks.emplace_back(reinterpret_cast<const char *>(&hash), qsizetype(sizeof hash));
    }
    return marks;
}

// The left position of each right item with the same mark, else -1; the first goes with the first.
std::vector<qsizetype> partners(const Marks &left, const Marks &right)
{
    QHash<QByteArray, QList<qsizetype>> places;
    for (qsizetype i = qsizetype(left.size()) - 1; i >= 0; --i)
        places[left[std::size_t(i)]].append(i);
    std::vector<qsizetype> found;
    for (const QByteArray &mark : right) {
        const auto place = places.find(mark);
        found.push_back(place == places.end() || place->isEmpty() ? -1 : place->takeLast());
    }
    return found;
}

qsizetype pairedCount(const std::vector<qsizetype> &partners)
{
    return std::count_if(partners.begin(), partners.end(), [](qsizetype partner) { return partner >= 0; });
}

// By the first id that at least half of the shorter side shares, else by content.
std::vector<qsizetype> matched(
    const Items &left, const Items &right, const SubtreeHashes &leftHashes, const SubtreeHashes &rightHashes)
{
    for (const char16_t *name : idNames) {
        const Marks leftIds = idsOf(left, name);
        const Marks rightIds = leftIds.empty() ? Marks() : idsOf(right, name);
        if (leftIds.empty() || rightIds.empty())
            continue;
        std::vector<qsizetype> byId = partners(leftIds, rightIds);
        if (2 * pairedCount(byId) >= qsizetype(std::min(left.size(), right.size())))
            return byId;
    }
    return partners(contentsOf(left, leftHashes), contentsOf(right, rightHashes));
}

// The right positions of the longest row of partners that keeps its order; the rest has moved.
std::vector<bool> staying(const std::vector<qsizetype> &partners)
{
    std::vector<qsizetype> ends; // right position of the least last partner of a row of each length
    std::vector<qsizetype> before(partners.size(), -1);
    for (std::size_t at = 0; at < partners.size(); ++at) {
        if (partners[at] < 0)
            continue;
        const auto place = std::lower_bound(ends.begin(), ends.end(), partners[at],
            [&](qsizetype end, qsizetype wanted) { return partners[std::size_t(end)] < wanted; });
        if (place != ends.begin())
            before[at] = *std::prev(place);
        if (place == ends.end())
            ends.push_back(qsizetype(at));
        else
            *place = qsizetype(at);
    }
    std::vector<bool> stays(partners.size());
    for (qsizetype at = ends.empty() ? -1 : ends.back(); at >= 0; at = before[std::size_t(at)])
        stays[std::size_t(at)] = true;
    return stays;
}

bool areAlike(const Value &left, const Value &right)
{
    return left.isContainer() ? left.type() == right.type() : !right.isContainer();
}

} // namespace

std::vector<ItemPair> alignedItems(
    const Items &left, const Items &right, const SubtreeHashes &leftHashes, const SubtreeHashes &rightHashes)
{
    const std::vector<qsizetype> partner = matched(left, right, leftHashes, rightHashes);
    const std::vector<bool> stays = staying(partner);
    std::vector<bool> isTaken(left.size());
    for (const qsizetype position : partner) {
        if (position >= 0)
            isTaken[std::size_t(position)] = true;
    }
    std::vector<ItemPair> pairs;
    qsizetype at = 0; // the first left item not yet dealt with
    std::vector<qsizetype> waiting; // left items without a partner in this gap
    const auto gather = [&](qsizetype end) {
        for (; at < end; ++at) {
            if (!isTaken[std::size_t(at)])
                waiting.push_back(at);
        }
    };
    std::size_t next = 0; // of those that wait
    const auto letGo = [&] {
        for (; next < waiting.size(); ++next)
            pairs.push_back({waiting[next], -1, false});
        waiting.clear();
        next = 0;
    };
    qsizetype gapEnd = -1; // left end of the gap that the right position lies in
    for (std::size_t i = 0; i < right.size(); ++i) {
        if (partner[i] >= 0 && stays[i]) {
            gather(partner[i]);
            letGo();
            at = partner[i] + 1;
            gapEnd = -1;
            pairs.push_back({partner[i], qsizetype(i), false});
        } else if (partner[i] >= 0) {
            pairs.push_back({partner[i], qsizetype(i), true});
        } else {
            if (gapEnd < 0) {
                std::size_t anchor = i;
                while (anchor < right.size() && !stays[anchor])
                    ++anchor;
                gapEnd = anchor < right.size() ? partner[anchor] : qsizetype(left.size());
                gather(gapEnd);
            }
            const bool isPaired
                = next < waiting.size() && areAlike(left[std::size_t(waiting[next])], right[i]);
            pairs.push_back({isPaired ? waiting[next++] : -1, qsizetype(i), false});
        }
    }
    gather(qsizetype(left.size()));
    letGo();
    return pairs;
}

} // namespace actionscope::json
