// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/replay/replaybook.h"

#include "app/base/tr.h"
#include "app/json/structuraldiff.h"
#include "app/json/subtreehashes.h"
#include "app/json/writer.h"

#include <algorithm>
#include <limits>

namespace actionscope::sandbox {

namespace {

constexpr qsizetype mostNamed = 8; // actions in an error's sentence
// Inputs beyond it are not compared: the one who asks waits for it.
constexpr qsizetype mostCompared = 8 * 1024 * 1024; // bytes for one request

// What decides the answer of an execution, as one JSON object.
json::Document wordsOf(const api::ExecuteRequest &request)
{
    json::ObjectWriter words;
    if (request.input.isEmpty())
        words.addRaw("input", "{}");
    else if (json::Document::parse(request.input).isValid())
        words.addRaw("input", request.input);
    else
        words.addString("input", QString::fromUtf8(request.input));
    const auto add = [&words](QByteArrayView name, const QString &text) {
        if (!text.isEmpty())
            words.addString(name, text);
    };
    add("text", request.text);
    add("systemPrompt", request.systemPrompt);
    add("customDescription", request.customDescription);
    return json::Document::parse(words.finished());
}

size_t hashOf(const json::Document &document)
{
    const json::SubtreeHashes::Options options;
    return json::SubtreeHashes(document, options, nullptr).of(document.root());
}

bool isSameAction(const api::ReadExecution &one, const api::ReadExecution &other)
{
    return one.request.actionId.compare(other.request.actionId, Qt::CaseInsensitive) == 0;
}

bool areRelated(api::ApiVersion one, api::ApiVersion other)
{
    return (one == api::ApiVersion::V2) == (other == api::ApiVersion::V2);
}

// How much of who asks is the same; the account says more than the user.
int closeness(const api::ExecuteRequest &one, const api::ExecuteRequest &other)
{
    return 2 * int(one.connectedAccountId == other.connectedAccountId) + int(one.entityId == other.entityId);
}

} // namespace

ReplayBook::ReplayBook(const QList<api::RecordedRun> &runs)
{
    for (const api::RecordedRun &run : runs) {
        if (const auto read = api::readExecution(run.exchange.request))
            addExecution(*read, run);
        else
            addOther(run);
    }
    m_actions.sort(Qt::CaseInsensitive);
}

void ReplayBook::addExecution(const api::ReadExecution &read, const api::RecordedRun &run)
{
    if (!m_actions.contains(read.request.actionId, Qt::CaseInsensitive))
        m_actions.append(read.request.actionId);
    const json::Document words = wordsOf(read.request);
    const size_t hash = hashOf(words);
    const auto same = std::find_if(m_executions.begin(), m_executions.end(), [&](const Group &group) {
        return group.hash == hash && group.asked.version == read.version && isSameAction(group.asked, read)
            && group.asked.request.entityId == read.request.entityId
            && group.asked.request.connectedAccountId == read.request.connectedAccountId;
    });
    if (same != m_executions.end()) {
        same->runs.append(run);
        return;
    }
    Group group;
    group.asked = read;
    group.words = words;
    group.hash = hash;
    group.runs = {run};
    m_executions.push_back(std::move(group));
}

void ReplayBook::addOther(const api::RecordedRun &run)
{
    const api::HttpRequest &request = run.exchange.request;
    const auto same = std::find_if(m_others.begin(), m_others.end(), [&](const Group &group) {
        return group.request.method == request.method && group.request.path == request.path
            && group.request.body == request.body;
    });
    if (same != m_others.end()) {
        same->runs.append(run);
        return;
    }
    Group group;
    group.request = request;
    group.runs = {run};
    m_others.push_back(std::move(group));
}

ReplayPick ReplayBook::pick(Group &group, qsizetype differences)
{
    const qsizetype turn = group.next;
    group.next = (turn + 1) % group.runs.size();
    return {group.runs.at(turn), differences, turn + 1, group.runs.size()};
}

std::vector<ReplayBook::Group *> ReplayBook::candidates(const api::ReadExecution &asked, Versions versions)
{
    std::vector<Group *> found;
    for (Group &group : m_executions) {
        const bool fits = versions == Versions::Same ? group.asked.version == asked.version
                                                     : areRelated(group.asked.version, asked.version);
        if (fits && isSameAction(group.asked, asked))
            found.push_back(&group);
    }
    return found;
}

tl::expected<ReplayPick, Refusal> ReplayBook::execution(const api::ReadExecution &asked)
{
    std::vector<Group *> groups = candidates(asked, Versions::Same);
    if (groups.empty())
        groups = candidates(asked, Versions::Related);
    if (groups.empty())
        return tl::unexpected(notRecorded(asked));
    const json::Document words = wordsOf(asked.request);
    const size_t hash = hashOf(words);
    Group *best = nullptr;
    qsizetype fewest = std::numeric_limits<qsizetype>::max();
    qsizetype left = mostCompared;
    // Equal ones first, so that what is not compared any more is never the one that would have fitted.
    std::stable_partition(groups.begin(), groups.end(), [hash](const Group *group) { return group->hash == hash; });
    for (Group *group : groups) {
        const bool isEqual = group->hash == hash;
        left -= isEqual ? 0 : words.bytes().size() + group->words.bytes().size();
        if (best && (left < 0 || (fewest == 0 && !isEqual)))
            break;
        const qsizetype differences = isEqual ? 0 : qsizetype(json::difference(group->words, words).changes.size());
        const bool isBetter = !best || differences < fewest
            || (differences == fewest
                && closeness(group->asked.request, asked.request) > closeness(best->asked.request, asked.request));
        if (isBetter) {
            best = group;
            fewest = differences;
        }
    }
    return pick(*best, fewest);
}

std::optional<ReplayPick> ReplayBook::other(
    const QByteArray &method, const QByteArray &pathAndQuery, const QByteArray &body)
{
    for (Group &group : m_others) {
        if (group.request.method == method && group.request.path == pathAndQuery && group.request.body == body)
            return pick(group, 0);
    }
    return {};
}

// Says what is there instead: the same action over another version, or which actions.
Refusal ReplayBook::notRecorded(const api::ReadExecution &asked) const
{
    Refusal refusal {RefusalKind::ActionNotFound, {}};
    const QString action = asked.request.actionId;
    QStringList versions;
    for (const Group &group : m_executions) {
        const QString version = api::versionName(group.asked.version);
        if (isSameAction(group.asked, asked) && !versions.contains(version))
            versions.append(version);
    }
    if (!versions.isEmpty()) {
        refusal.message = Tr::tr("%1 was recorded over %2 only, and is asked for over %3.")
                              .arg(action, versions.join(QStringLiteral(", ")), api::versionName(asked.version));
        refusal.fix = Tr::tr("Ask over %1: a recorded answer is given back as it was, in its own version.")
                          .arg(versions.first());
        return refusal;
    }
    refusal.message = Tr::tr("No run of %1 is recorded.").arg(action);
    refusal.suggestions = m_actions.mid(0, mostNamed);
    if (m_actions.isEmpty())
        refusal.fix = Tr::tr("The recorded runs hold no execution; record some first.");
    else if (m_actions.size() <= mostNamed)
        refusal.fix = Tr::tr("Recorded are: %1.").arg(m_actions.join(QStringLiteral(", ")));
    else
        refusal.fix = Tr::tr("Recorded are: %1 and %2 more.")
                          .arg(refusal.suggestions.join(QStringLiteral(", ")))
                          .arg(m_actions.size() - mostNamed);
    return refusal;
}

} // namespace actionscope::sandbox
