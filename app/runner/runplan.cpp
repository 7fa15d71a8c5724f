// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/runplan.h"

#include "app/api/requestfields.h"
#include "app/base/tr.h"
#include "app/runner/substitution.h"

#include <QCryptographicHash>
#include <QHash>

#include <algorithm>
#include <numeric>

namespace actionscope::runner {

namespace {

QSet<QString> namesOf(const storage::SavedRequest &saved)
{
    const api::ExecuteRequest &request = saved.request;
    QByteArray all;
    for (const auto &[name, member] : api::jsonFields)
        all += '\n' + request.*member;
    for (const auto &[name, member] : api::textFields)
        all += '\n' + (request.*member).toUtf8();
    QSet<QString> names;
    for (const NamePlace &place : namesIn(all))
        names.insert(place.name);
    return names;
}

// The bytes of a member as they stand in the file, so that a place in them is a place in the file.
struct Part
{
    QByteArray bytes;
    qsizetype begin = 0;
};

Part partOf(const storage::SavedRequest &saved, QStringView member, const QByteArray &otherwise)
{
    if (saved.text.isEmpty())
        return {otherwise, 0};
    const json::Document file = json::Document::parse(saved.text);
    const json::Value value = file.root().member(member);
    return value.isValid() ? Part {value.raw().toByteArray(), value.begin()} : Part();
}

QList<PlacedSentence> placed(const storage::SavedRequest &saved, const Part &part, const QList<ExpectationProblem> &problems)
{
    const json::Document document = json::Document::parse(saved.text.isEmpty() ? part.bytes : saved.text);
    QList<PlacedSentence> sentences;
    for (const ExpectationProblem &problem : problems)
        sentences.append({problem.sentence, placeAt(document, part.begin + problem.offset)});
    return sentences;
}

// In the file's own bytes, which are only looked up where something is wrong.
QList<PlacedSentence> expectationTroubles(const storage::SavedRequest &saved)
{
    const Part part = partOf(saved, u"expect", saved.expect);
    return placed(saved, part, readExpectations(part.bytes).problems);
}

QList<PlacedSentence> captureTroubles(const storage::SavedRequest &saved)
{
    const Part part = partOf(saved, u"capture", saved.capture);
    return placed(saved, part, readCaptures(part.bytes).problems);
}

QList<PlacedSentence> fieldTroubles(const storage::SavedRequest &saved)
{
    QList<PlacedSentence> sentences;
    for (const api::FieldProblem &problem : api::findProblems(saved.request)) {
        const json::Document document = json::Document::parse(saved.text);
        const json::Value field = document.root().member(problem.field);
        sentences.append({problem.sentence, placeOf(document, field.isValid() ? field : document.root())});
    }
    return sentences;
}

// Of two members with one name a reader takes either, so nobody can tell what is meant.
QList<PlacedSentence> repeatedMembers(const storage::SavedRequest &saved)
{
    QList<PlacedSentence> sentences;
    const json::Document document = json::Document::parse(saved.text);
    QSet<QByteArrayView> names;
    for (json::Value one = document.root().firstChild(); one.isValid(); one = one.nextSibling()) {
        const qsizetype before = names.size();
        names.insert(one.rawKey());
        if (names.size() == before)
            sentences.append({Tr::tr("%1 stands here for the second time.").arg(one.key()), placeOf(document, one)});
    }
    return sentences;
}

void setTroubles(PlannedRequest &planned, const QList<PlacedSentence> &troubles)
{
    planned.troubles = troubles;
    QStringList sentences;
    for (const PlacedSentence &trouble : troubles)
        sentences.append(withPlace(trouble));
    planned.trouble = sentences.join(QLatin1Char(' '));
}

void readPlanned(PlannedRequest &planned)
{
    const storage::SavedRequest &saved = planned.saved;
    const QSet<QString> sent = namesOf(saved);
    planned.hasNames = !sent.isEmpty();
    planned.names = sent;
    for (const NamePlace &place : namesIn(saved.expect)) {
        planned.expectsNames = true;
        planned.names.insert(place.name);
    }
    planned.names.removeIf([](const QString &name) { return name.startsWith(QLatin1Char('$')); });
    QList<PlacedSentence> troubles = repeatedMembers(saved);
    if (saved.isReadOnly) {
        const json::Document document = json::Document::parse(saved.text);
        troubles.append({newerFormatSentence(), placeOf(document, document.root().member(u"actionscope"))});
    }
    if (!planned.expectsNames && !saved.expect.isEmpty()) {
        const ExpectationReading reading = readExpectations(saved.expect);
        planned.expectations = reading.expectations;
        if (!reading.problems.isEmpty())
            troubles += expectationTroubles(saved);
    }
    if (!saved.capture.isEmpty()) {
        const CaptureReading reading = readCaptures(saved.capture);
        planned.captures = reading.captures;
        if (!reading.problems.isEmpty())
            troubles += captureTroubles(saved);
    }
    if (!planned.hasNames)
        troubles += fieldTroubles(saved);
    setTroubles(planned, troubles);
}

// Who captures a name. Where several do, those before the request count; where all come after it, all of them do.
void findOrder(std::vector<PlannedRequest> &requests, const QSet<QString> &fixedNames)
{
    QHash<QString, QList<int>> capturedBy;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        for (const Capture &capture : std::as_const(requests[i].captures))
            capturedBy[capture.name].append(int(i));
    }
    for (std::size_t i = 0; i < requests.size(); ++i) {
        QSet<int> after;
        for (const QString &name : std::as_const(requests[i].names)) {
            QList<int> givers = fixedNames.contains(name) ? QList<int>() : capturedBy.value(name);
            givers.removeAll(int(i));
            const bool isGivenBefore = std::any_of(givers.cbegin(), givers.cend(), [&](int giver) { return giver < int(i); });
            for (const int giver : std::as_const(givers)) {
                if (!isGivenBefore || giver < int(i))
                    after.insert(giver);
            }
        }
        requests[i].after = after.values();
        std::sort(requests[i].after.begin(), requests[i].after.end());
    }
}

void addCircle(PlannedRequest &request, const QString &sentence)
{
    if (!request.trouble.isEmpty())
        return;
    const json::Document document = json::Document::parse(request.saved.text);
    setTroubles(request, {{sentence, placeOf(document, document.root().member(u"capture"))}});
}

// Walks from request to request along what they wait for, and names the first circle it meets as its members' trouble.
void refuseCircles(std::vector<PlannedRequest> &requests)
{
    enum class State { New, Open, Done };
    std::vector<State> states(requests.size(), State::New);
    struct Step
    {
        int request;
        qsizetype next = 0;
    };
    for (std::size_t start = 0; start < requests.size(); ++start) {
        std::vector<Step> way;
        if (states[start] == State::New)
            way.push_back({int(start)});
        while (!way.empty()) {
            Step &step = way.back();
            states[std::size_t(step.request)] = State::Open;
            const QList<int> &after = requests[std::size_t(step.request)].after;
            if (step.next == after.size()) {
                states[std::size_t(step.request)] = State::Done;
                way.pop_back();
                continue;
            }
            const int other = after[step.next++];
            if (states[std::size_t(other)] == State::New) {
                way.push_back({other});
            } else if (states[std::size_t(other)] == State::Open) {
                const auto first = std::find_if(way.begin(), way.end(), [&](const Step &one) { return one.request == other; });
                QStringList names;
                for (auto one = first; one != way.end(); ++one)
                    names.append(requests[std::size_t(one->request)].path);
                names.append(names.first());
                const QString sentence
                    = Tr::tr("Each of these waits for what the next one captures: %1.").arg(names.join(QStringLiteral(" → ")));
                for (auto one = first; one != way.end(); ++one)
                    addCircle(requests[std::size_t(one->request)], sentence);
            }
        }
    }
}

// Members of a circle wait for nobody: they have their trouble instead.
void untieTroubled(std::vector<PlannedRequest> &requests)
{
    for (PlannedRequest &request : requests) {
        if (!request.trouble.isEmpty())
            request.after.clear();
    }
}

bool isWanted(const PlannedRequest &request, const PlanOptions &options)
{
    const QStringList &own = request.saved.tags;
    const bool isTagged = options.tags.isEmpty()
        || std::any_of(own.cbegin(), own.cend(), [&](const QString &tag) { return options.tags.contains(tag); });
    return isTagged && (!options.paths || options.paths->contains(request.path));
}

// What is wanted, and what that waits for.
void keepWanted(std::vector<PlannedRequest> &requests, const PlanOptions &options)
{
    std::vector<bool> isKept(requests.size(), false);
    std::vector<int> open;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (isWanted(requests[i], options))
            open.push_back(int(i));
    }
    while (!open.empty()) {
        const int request = open.back();
        open.pop_back();
        if (isKept[std::size_t(request)])
            continue;
        isKept[std::size_t(request)] = true;
        const QList<int> &after = requests[std::size_t(request)].after;
        open.insert(open.end(), after.cbegin(), after.cend());
    }
    std::vector<int> newPlace(requests.size(), -1);
    std::vector<PlannedRequest> kept;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (!isKept[i])
            continue;
        newPlace[i] = int(kept.size());
        kept.push_back(requests[i]);
    }
    for (PlannedRequest &request : kept) {
        for (int &other : request.after)
            other = newPlace[std::size_t(other)];
    }
    requests = std::move(kept);
}

QByteArray hashOf(const PlannedRequest &request)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(request.path.toUtf8());
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(request.saved.text.isEmpty() ? storage::writeSavedRequest(request.saved) : request.saved.text);
    return hash.result();
}

QByteArray fingerprintOf(const std::vector<PlannedRequest> &requests)
{
    QByteArrayList hashes;
    for (const PlannedRequest &request : requests)
        hashes.append(hashOf(request));
    std::sort(hashes.begin(), hashes.end());
    return QCryptographicHash::hash(hashes.join(), QCryptographicHash::Sha256).toHex().first(16);
}

quint32 numberOf(const QString &path)
{
    return QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).first(4).toHex().toUInt(nullptr, 16);
}

// Requests that hang together by captures stay on one machine. A group has its number from the path of a request that
// captures for others, so that neither the order of the files nor another request that comes or goes moves it.
void findGroups(std::vector<PlannedRequest> &requests)
{
    std::vector<int> leader(requests.size());
    std::iota(leader.begin(), leader.end(), 0);
    const auto leaderOf = [&](int request) {
        while (leader[std::size_t(request)] != request)
            request = leader[std::size_t(request)] = leader[std::size_t(leader[std::size_t(request)])];
        return request;
    };
    QSet<int> givers;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        for (const int other : std::as_const(requests[i].after)) {
            leader[std::size_t(leaderOf(other))] = leaderOf(int(i));
            givers.insert(other);
        }
    }
    QHash<int, QString> names;
    for (const int giver : std::as_const(givers)) {
        QString &name = names[leaderOf(giver)];
        const QString &path = requests[std::size_t(giver)].path;
        name = name.isEmpty() ? path : std::min(name, path);
    }
    for (std::size_t i = 0; i < requests.size(); ++i)
        requests[i].group = numberOf(names.value(leaderOf(int(i)), requests[i].path));
}

} // namespace

QString newerFormatSentence()
{
    return Tr::tr("The file was written by a newer version of Actionscope, which may mean something else by it.");
}

bool RunPlan::hasTrouble() const
{
    return std::any_of(requests.cbegin(), requests.cend(), [](const PlannedRequest &one) { return !one.trouble.isEmpty(); });
}

RunPlan planFor(const QList<RequestFile> &files, const PlanOptions &options)
{
    RunPlan plan;
    plan.requests.reserve(std::size_t(files.size()));
    for (const RequestFile &file : files) {
        PlannedRequest planned;
        planned.path = file.path;
        planned.folder = file.folder;
        planned.collection = file.collection;
        if (file.saved) {
            planned.saved = *file.saved;
            readPlanned(planned);
        } else {
            planned.saved.name = file.path.section(QLatin1Char('/'), -1).remove(QString::fromUtf16(storage::savedRequestSuffix));
            setTroubles(planned, {placedSentenceOf(file.saved.error())});
        }
        plan.requests.push_back(std::move(planned));
    }
    findOrder(plan.requests, options.fixedNames);
    if (!options.tags.isEmpty() || options.paths)
        keepWanted(plan.requests, options);
    refuseCircles(plan.requests);
    untieTroubled(plan.requests);
    if (options.isShared) {
        findGroups(plan.requests);
        plan.fingerprint = fingerprintOf(plan.requests);
    }
    return plan;
}

} // namespace actionscope::runner
