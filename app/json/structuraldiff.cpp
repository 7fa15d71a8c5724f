// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/structuraldiff.h"

#include "app/base/tr.h"
#include "app/json/arrayalignment.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace actionscope::json {

namespace {

std::vector<bool> ignoredNodes(
    const Document &document, const QList<JsonPath> &paths, const std::atomic_bool *isCancelled)
{
    std::vector<bool> ignored;
    if (!paths.isEmpty())
        ignored.resize(std::size_t(document.nodeCount()));
    for (const JsonPath &path : paths) {
        const QList<Value> values = path.evaluate(document.root(), isCancelled);
        for (const Value &value : values)
            ignored[value.node()] = true;
    }
    return ignored;
}

// Walks both documents at once and leaves out what is the same.
class Comparison final
{
public:
    Comparison(const Document &left, const Document &right, const DiffOptions &options,
        const std::atomic_bool *isCancelled)
        : m_leftOptions {ignoredNodes(left, options.ignoredPaths, isCancelled), options.ignoresVolatile}
        , m_rightOptions {ignoredNodes(right, options.ignoredPaths, isCancelled), options.ignoresVolatile}
        , m_leftHashes(left, m_leftOptions, isCancelled)
        , m_rightHashes(right, m_rightOptions, isCancelled)
        , m_isCancelled(isCancelled)
    {
    }

    // False when it was cancelled.
    bool run(const Value &left, const Value &right, std::vector<Change> &changes)
    {
        add({Change::Kind::Changed, left, right});
        while (!m_open.empty()) {
            if (m_isCancelled && *m_isCancelled)
                return false;
            const Change step = m_open.back();
            m_open.pop_back();
            if (step.kind != Change::Kind::Changed)
                changes.push_back(step);
            if (step.left.isValid() && step.right.isValid())
                compare(step.left, step.right, changes);
        }
        return true;
    }

private:
    void add(const Change &step) { m_open.push_back(step); }

    void compare(const Value &left, const Value &right, std::vector<Change> &changes)
    {
        if (m_leftHashes.of(left) == m_rightHashes.of(right))
            return;
        const std::size_t before = m_open.size();
        if (left.isObject() && right.isObject())
            compareObjects(left, right);
        else if (left.isArray() && right.isArray())
            compareArrays(left, right);
        else
            changes.push_back({Change::Kind::Changed, left, right});
        std::reverse(m_open.begin() + qsizetype(before), m_open.end()); // the last is taken first
    }

    // Members of one name go with each other in their order.
    void compareObjects(const Value &left, const Value &right)
    {
        QHash<QString, QList<Value>> others;
        for (const Value &member : children(right, m_rightOptions))
            others[member.key()].prepend(member);
        for (const Value &member : children(left, m_leftOptions)) {
            const auto other = others.find(member.key());
            if (other == others.end() || other->isEmpty())
                add({Change::Kind::Removed, member, {}});
            else
                add({Change::Kind::Changed, member, other->takeLast()});
        }
        for (const Value &member : children(right, m_rightOptions)) {
            if (others.value(member.key()).contains(member))
                add({Change::Kind::Added, {}, member});
        }
    }

    void compareArrays(const Value &left, const Value &right)
    {
        const std::vector<Value> leftItems = children(left, m_leftOptions);
        const std::vector<Value> rightItems = children(right, m_rightOptions);
        for (const ItemPair &pair : alignedItems(leftItems, rightItems, m_leftHashes, m_rightHashes)) {
            const Value leftItem = pair.left < 0 ? Value() : leftItems[std::size_t(pair.left)];
            const Value rightItem = pair.right < 0 ? Value() : rightItems[std::size_t(pair.right)];
            add({pair.left < 0       ? Change::Kind::Added
                    : pair.right < 0 ? Change::Kind::Removed
                    : pair.isMoved   ? Change::Kind::Moved
                                     : Change::Kind::Changed,
                leftItem, rightItem});
        }
    }

    [[nodiscard]] static std::vector<Value> children(
        const Value &container, const SubtreeHashes::Options &options)
    {
        std::vector<Value> found;
        for (Value child = container.firstChild(); child.isValid(); child = child.nextSibling()) {
            if (child.node() >= options.ignored.size() || !options.ignored[child.node()])
                found.push_back(child);
        }
        return found;
    }

    SubtreeHashes::Options m_leftOptions;
    SubtreeHashes::Options m_rightOptions;
    SubtreeHashes m_leftHashes;
    SubtreeHashes m_rightHashes;
    const std::atomic_bool *m_isCancelled;
    std::vector<Change> m_open;
};

} // namespace

Difference difference(const Document &left, const Document &right, const DiffOptions &options,
    const std::atomic_bool *isCancelled)
{
    Difference result {left, right, {}, true};
    if (left.isEmpty() || right.isEmpty()) {
        if (!left.isEmpty())
            result.changes.push_back({Change::Kind::Removed, left.root(), {}});
        if (!right.isEmpty())
            result.changes.push_back({Change::Kind::Added, {}, right.root()});
        return result;
    }
    Comparison comparison(left, right, options, isCancelled);
    result.isComplete = comparison.run(left.root(), right.root(), result.changes);
    return result;
}

QString summaryOf(const Difference &difference)
{
    if (difference.changes.empty())
        return Tr::tr("No difference.");
    QStringList parts;
    const auto add = [&](Change::Kind kind, const QString &text) {
        const auto number = std::count_if(difference.changes.begin(), difference.changes.end(),
            [kind](const Change &each) { return each.kind == kind; });
        if (number > 0)
            parts.append(text.arg(number));
    };
    add(Change::Kind::Added, Tr::tr("%1 added"));
    add(Change::Kind::Removed, Tr::tr("%1 removed"));
    add(Change::Kind::Changed, Tr::tr("%1 changed"));
    add(Change::Kind::Moved, Tr::tr("%1 moved"));
    const QString kinds = parts.join(QStringLiteral(", "));
    return difference.changes.size() == 1 ? Tr::tr("1 difference: %1.").arg(kinds)
                                          : Tr::tr("%1 differences: %2.").arg(difference.changes.size()).arg(kinds);
}

} // namespace actionscope::json
