// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/reports/jsonreport.h"

#include "app/base/atomicfile.h"
#include "app/base/tr.h"
#include "app/runner/shard.h"

#include <QIODevice>

#include <algorithm>
#include <tuple>

namespace actionscope::runner {

namespace {

Failure notARun(const QString &path, const QString &why)
{
    return failure(ErrorCode::InvalidInput, Tr::tr("%1 is no JSON report of a run: %2").arg(path, why));
}

Failure notOfThisRun(const QString &path, const QString &why)
{
    return failure(ErrorCode::InvalidInput, Tr::tr("%1 does not belong to the other parts: %2").arg(path, why));
}

// Whether a report may stand beside those before it, which all are parts like `whole`.
Result<void> checkPart(const QString &path, const RunSummary &part, const RunSummary &whole, const QList<Shard> &shards)
{
    const auto shard = shardFromText(part.shard);
    if (!shard || shards.isEmpty())
        return notOfThisRun(path, shard ? Tr::tr("the first is the report of a whole run.") : Tr::tr("it is the report of a whole run."));
    if (shard->count != shards.first().count)
        return notOfThisRun(path, Tr::tr("it is %1, and the first is %2.").arg(part.shard, textOf(shards.first())));
    const std::tuple<QString, QString, QString> facts[] = {{Tr::tr("the name"), part.title, whole.title},
        {Tr::tr("the environment"), part.environment, whole.environment}, {Tr::tr("the API version"), part.apiVersion, whole.apiVersion}};
    for (const auto &[fact, its, others] : facts) {
        if (its != others)
            return notOfThisRun(path, Tr::tr("%1 is “%2” there and “%3” in the first.").arg(fact, its, others));
    }
    if (part.plan != whole.plan)
        return notOfThisRun(path, Tr::tr("its requests, data rows or repeats are not those of the first."));
    if (shards.contains(*shard))
        return failure(ErrorCode::InvalidInput, Tr::tr("Two parts are of the shard %1, %2 is the second.").arg(part.shard, path));
    return {};
}

Result<void> joinOne(const QString &path, RunLog &log, RunSummary &whole, QList<Shard> &shards)
{
    const auto bytes = readFile(path);
    if (!bytes)
        return Failure(bytes.error());
    const json::Document document = json::Document::parse(*bytes);
    if (const auto error = document.error()) {
        const json::Place place = json::placeOf(*bytes, error->offset);
        return notARun(path, Tr::tr("line %1, column %2: %3.").arg(place.line).arg(place.column).arg(error->reason));
    }
    if (document.root().member(u"actionscopeRun").toInteger() != 1)
        return notARun(path, Tr::tr("it does not say “actionscopeRun”: 1."));
    const auto part = summaryFromJson(document.root().member(u"summary"));
    if (!part)
        return notARun(path, part.error().sentence);
    const bool isFirst = !whole.startedAt.isValid();
    if (const auto fits = isFirst ? Result<void>() : checkPart(path, *part, whole, shards); !fits)
        return fits;
    if (const auto shard = shardFromText(part->shard))
        shards.append(*shard);
    const json::Value results = document.root().member(u"results");
    for (json::Value one = results.firstChild(); one.isValid(); one = one.nextSibling()) {
        const auto result = resultFromJson(one);
        if (!result)
            return notARun(path, result.error().sentence);
        if (const auto kept = log.append(*result); !kept)
            return kept;
        whole.add(*result);
    }
    const QDateTime end = whole.startedAt.addMSecs(whole.microseconds / 1000);
    const QDateTime partEnd = part->startedAt.addMSecs(part->microseconds / 1000);
    if (isFirst) {
        whole.title = part->title;
        whole.environment = part->environment;
        whole.baseUrl = part->baseUrl;
        whole.apiVersion = part->apiVersion;
        whole.plan = part->plan;
    }
    // From the first beginning to the last end: machines run side by side.
    whole.startedAt = isFirst ? part->startedAt : std::min(whole.startedAt, part->startedAt);
    whole.microseconds = whole.startedAt.msecsTo(isFirst ? partEnd : std::max(end, partEnd)) * 1000;
    whole.planned += part->planned;
    whole.exitClass = std::max(whole.exitClass, part->exitClass);
    whole.isStopped = whole.isStopped || part->isStopped;
    whole.notBegun += part->notBegun;
    return {};
}

QStringList missingOf(const QList<Shard> &shards)
{
    QStringList missing;
    for (int number = 1; !shards.isEmpty() && number <= shards.first().count; ++number) {
        const Shard shard {number, shards.first().count};
        if (!shards.contains(shard))
            missing.append(textOf(shard));
    }
    return missing;
}

} // namespace

Result<void> writeJson(QIODevice &file, const RunSummary &summary, RunLog &log)
{
    file.write("{\"actionscopeRun\":1,\n\"summary\":" + toJson(summary) + ",\n\"results\":[");
    bool isFirst = true;
    bool isWritten = true;
    const auto read = log.forEachLine([&](const QByteArray &line) {
        isWritten = file.write((isFirst ? "\n" : ",\n") + line) > 0;
        isFirst = false;
        return isWritten;
    });
    if (!read)
        return read;
    if (!isWritten || file.write("\n]}\n") != 4)
        return failure(ErrorCode::Unwritable, Tr::tr("The report could not be written: %1.").arg(file.errorString()));
    return {};
}

Result<JoinedRun> joinJson(const QStringList &paths, RunLog &log)
{
    constexpr int noUsableAnswer = 5;
    JoinedRun whole;
    QList<Shard> shards;
    for (const QString &path : paths) {
        if (const auto joined = joinOne(path, log, whole.summary, shards); !joined)
            return Failure(joined.error());
    }
    whole.summary.notBegun.removeDuplicates();
    whole.missing = missingOf(shards);
    if (!whole.missing.isEmpty()) {
        whole.summary.isStopped = true;
        whole.summary.exitClass = std::max(whole.summary.exitClass, noUsableAnswer);
    }
    return whole;
}

} // namespace actionscope::runner
