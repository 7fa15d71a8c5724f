// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/jsontables.h"

#include "app/json/pathtext.h"
#include "app/models/jsontext.h"

#include <algorithm>
#include <queue>

namespace actionscope::models {

namespace {

constexpr int itemsLookedAt = 1000; // for an object; an array of numbers is none of ours
constexpr quint32 spansBetweenLooks = 65536; // at the watch

struct Candidate
{
    qsizetype count = 0;
    quint32 node = 0;
};

// Many items first, then as they stand.
bool isBefore(const Candidate &a, const Candidate &b) { return a.count != b.count ? a.count > b.count : a.node < b.node; }

bool holdsObjects(const json::Value &array)
{
    json::Value item = array.firstChild();
    for (int i = 0; item.isValid() && i < itemsLookedAt; ++i, item = item.nextSibling()) {
        if (item.isObject())
            return true;
    }
    return false;
}

} // namespace

QList<FoundTable> findTables(const json::Document &document, json::ParseWatch *watch, int most)
{
    const auto index = document.index();
    if (!index)
        return {};
    std::priority_queue<Candidate, std::vector<Candidate>, decltype(&isBefore)> best(&isBefore); // the least on top
    for (quint32 at = 0; at < index->spans.size(); ++at) {
        if (watch && at % spansBetweenLooks == 0 && watch->isCancelled)
            return {};
        const Candidate candidate {qsizetype(index->spans[at].count), index->spans[at].node};
        const bool isWanted = index->nodes[candidate.node].type() == json::Type::Array && candidate.count > 0
            && (best.size() < std::size_t(most) || isBefore(candidate, best.top()));
        if (!isWanted || !holdsObjects(document.value(candidate.node)))
            continue;
        best.push(candidate);
        if (best.size() > std::size_t(most))
            best.pop();
    }
    QList<FoundTable> found;
    for (; !best.empty(); best.pop()) {
        const json::Value array = document.value(best.top().node);
        found.prepend({array, jsonPathOf(array)});
    }
    return found;
}

QString jsonPathOf(const json::Value &value)
{
    QStringList steps;
    for (json::Value at = value; at.isValid(); at = at.parent()) {
        if (at.hasKey()) {
            steps.prepend(json::pathStep(at.key()));
            continue;
        }
        const json::Value array = at.parent();
        qsizetype position = 0;
        for (json::Value item = array.firstChild(); item.isValid() && item.node() != at.node(); item = item.nextSibling())
            ++position;
        if (array.isArray())
            steps.prepend(QStringLiteral("[%1]").arg(position));
    }
    return QLatin1Char('$') + steps.join(QString());
}

} // namespace actionscope::models
