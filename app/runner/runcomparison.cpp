// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/runcomparison.h"

#include "app/base/tr.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace actionscope::runner {

namespace {

using Change = ComparedRequest::Change;

constexpr qint64 worthTelling = 50'000; // microseconds

QString keyOf(const RunResult &result)
{
    return QStringLiteral("%1\n%2\n%3\n%4").arg(QString::number(result.row), QString::number(result.repeat), result.variant, result.path);
}

std::optional<Change> changeBetween(const RunResult &before, const RunResult &now)
{
    const bool passedBefore = before.outcome == Outcome::Passed;
    const bool passesNow = now.outcome == Outcome::Passed;
    if (passedBefore != passesNow)
        return passesNow ? Change::Fixed : Change::NewlyFailing;
    if (!passesNow && (before.outcome != now.outcome || before.exitClass != now.exitClass || before.sentence != now.sentence))
        return Change::OtherFailure;
    if (!passesNow)
        return {};
    const qint64 least = std::min(before.microseconds, now.microseconds);
    const qint64 most = std::max(before.microseconds, now.microseconds);
    if (most < 2 * least || most - least < worthTelling)
        return {};
    return now.microseconds == most ? Change::Slower : Change::Faster;
}

} // namespace

Result<RunComparison> compare(RunLog &before, RunLog &now)
{
    RunComparison comparison;
    QHash<QString, RunResult> known;
    const auto readBefore = before.forEach([&](const RunResult &result) {
        known.insert(keyOf(result), result);
        return true;
    });
    if (!readBefore)
        return Failure(readBefore.error());
    const auto readNow = now.forEach([&](const RunResult &result) {
        const auto old = known.find(keyOf(result));
        if (old == known.end()) {
            comparison.changes.append({Change::Added, {}, result});
            return true;
        }
        if (const auto change = changeBetween(*old, result))
            comparison.changes.append({*change, *old, result});
        else
            ++comparison.same;
        known.erase(old);
        return true;
    });
    if (!readNow)
        return Failure(readNow.error());
    QStringList gone = known.keys();
    gone.sort();
    for (const QString &key : std::as_const(gone))
        comparison.changes.append({Change::Gone, known.value(key), {}});
    std::stable_sort(comparison.changes.begin(), comparison.changes.end(),
        [](const ComparedRequest &left, const ComparedRequest &right) {
            return std::pair(!left.isNewlyFailing(), left.change) < std::pair(!right.isNewlyFailing(), right.change);
        });
    comparison.newlyFailing = std::count_if(comparison.changes.cbegin(), comparison.changes.cend(),
        [](const ComparedRequest &one) { return one.isNewlyFailing(); });
    return comparison;
}

QString sentenceOf(const ComparedRequest &compared)
{
    const RunResult &named = compared.change == Change::Gone ? compared.before : compared.now;
    const QString title = named.path.section(QLatin1Char('/'), 0, -2) + (named.path.contains(QLatin1Char('/')) ? QStringLiteral("/") : QString())
        + titleOf(named);
    switch (compared.change) {
    case Change::NewlyFailing:
        return Tr::tr("%1: newly fails. %2").arg(title, compared.now.sentence);
    case Change::Fixed:
        return Tr::tr("%1: passes again.").arg(title);
    case Change::OtherFailure:
        return Tr::tr("%1: fails in another way. %2").arg(title, compared.now.sentence);
    case Change::Added:
        return compared.now.outcome == Outcome::Passed ? Tr::tr("%1: is new and passes.").arg(title)
                                                       : Tr::tr("%1: is new and fails. %2").arg(title, compared.now.sentence);
    case Change::Gone:
        return Tr::tr("%1: was not run.").arg(title);
    case Change::Slower:
    case Change::Faster:
        break;
    }
    return Tr::tr("%1: took %2 and takes %3.")
        .arg(title, shownTime(compared.before.microseconds), shownTime(compared.now.microseconds));
}

Result<QSet<QString>> failedPaths(const RunSummary &summary, RunLog &log)
{
    QSet<QString> paths(summary.notBegun.cbegin(), summary.notBegun.cend());
    const auto read = log.forEach([&](const RunResult &result) {
        if (result.outcome != Outcome::Passed)
            paths.insert(result.path);
        return true;
    });
    if (!read)
        return Failure(read.error());
    return paths;
}

} // namespace actionscope::runner
