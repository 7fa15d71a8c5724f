// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/runsummary.h"

#include "app/base/tr.h"
#include "app/json/writer.h"

#include <algorithm>

namespace actionscope::runner {

void RunSummary::add(const RunResult &result)
{
    switch (result.outcome) {
    case Outcome::Passed:
        ++passed;
        break;
    case Outcome::Failed:
        ++failed;
        break;
    case Outcome::NotSent:
        ++notSent;
        break;
    case Outcome::Skipped:
        ++skipped;
        break;
    case Outcome::Cancelled:
        ++cancelled;
        break;
    }
    retries += std::max(0, result.attempts - 1);
    expectations += result.expectations.size();
    bytes += result.bytes;
    exitClass = std::max(exitClass, result.exitClass);
    if (result.attempts > 0 && result.outcome != Outcome::Cancelled)
        latencies.add(result.microseconds);
}

QString sentenceOf(const RunSummary &summary)
{
    QStringList parts {Tr::tr("%1 of %2 passed").arg(summary.passed).arg(summary.planned)};
    const std::pair<qint64, QString> others[] = {
        {summary.failed, Tr::tr("%1 failed")},
        {summary.notSent, Tr::tr("%1 not sent")},
        {summary.skipped, Tr::tr("%1 skipped")},
        {summary.cancelled, Tr::tr("%1 cancelled")},
        {summary.left(), Tr::tr("%1 never begun")},
        {summary.retries, Tr::tr("%1 sent again")},
    };
    for (const auto &[count, words] : others) {
        if (count > 0)
            parts.append(words.arg(count));
    }
    return Tr::tr("%1 in %2.").arg(parts.join(QStringLiteral(", ")), shownTime(summary.microseconds));
}

QString shownTime(qint64 microseconds)
{
    if (microseconds < 1'000'000)
        return Tr::tr("%1 ms").arg(double(microseconds) / 1e3, 0, 'f', microseconds < 100'000 ? 1 : 0);
    if (microseconds < 60'000'000)
        return Tr::tr("%1 s").arg(double(microseconds) / 1e6, 0, 'f', 2);
    const qint64 seconds = microseconds / 1'000'000;
    if (seconds < 3600)
        return Tr::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return Tr::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
}

QByteArray toJson(const RunSummary &summary)
{
    json::ObjectWriter times;
    times.addInteger("least", summary.latencies.least());
    times.addInteger("mean", summary.latencies.mean());
    times.addInteger("p50", summary.latencies.percentile(0.5));
    times.addInteger("p90", summary.latencies.percentile(0.9));
    times.addInteger("p95", summary.latencies.percentile(0.95));
    times.addInteger("p99", summary.latencies.percentile(0.99));
    times.addInteger("most", summary.latencies.most());
    json::ObjectWriter writer;
    writer.addString("title", summary.title);
    writer.addString("environment", summary.environment);
    writer.addString("baseUrl", summary.baseUrl);
    writer.addString("apiVersion", summary.apiVersion);
    writer.addString("shard", summary.shard);
    if (!summary.plan.isEmpty())
        writer.addString("plan", summary.plan);
    writer.addString("startedAt", summary.startedAt.toString(Qt::ISODateWithMs));
    writer.addInteger("microseconds", summary.microseconds);
    writer.addInteger("planned", summary.planned);
    writer.addInteger("passed", summary.passed);
    writer.addInteger("failed", summary.failed);
    writer.addInteger("notSent", summary.notSent);
    writer.addInteger("skipped", summary.skipped);
    writer.addInteger("cancelled", summary.cancelled);
    writer.addInteger("neverBegun", summary.left());
    if (!summary.notBegun.isEmpty()) {
        json::ArrayWriter files;
        for (const QString &path : summary.notBegun)
            files.addString(path);
        writer.addRaw("notBegun", files.finished());
    }
    writer.addInteger("retries", summary.retries);
    writer.addInteger("expectations", summary.expectations);
    writer.addInteger("bytes", summary.bytes);
    writer.addInteger("exitClass", summary.exitClass);
    writer.addBool("isStopped", summary.isStopped);
    writer.addRaw("latencyMicroseconds", times.finished());
    return writer.finished();
}

Result<RunSummary> summaryFromJson(const json::Value &value)
{
    if (!value.isObject() || !value.member(u"planned").toInteger())
        return failure(ErrorCode::InvalidInput, Tr::tr("This is not the summary of a run."));
    RunSummary summary;
    summary.title = value.member(u"title").toString();
    summary.environment = value.member(u"environment").toString();
    summary.baseUrl = value.member(u"baseUrl").toString();
    summary.apiVersion = value.member(u"apiVersion").toString();
    summary.shard = value.member(u"shard").toString();
    summary.plan = value.member(u"plan").toString();
    const json::Value notBegun = value.member(u"notBegun");
    for (json::Value one = notBegun.firstChild(); one.isValid(); one = one.nextSibling())
        summary.notBegun.append(one.toString());
    summary.startedAt = QDateTime::fromString(value.member(u"startedAt").toString(), Qt::ISODateWithMs);
    summary.microseconds = value.member(u"microseconds").toInteger().value_or(0);
    summary.planned = value.member(u"planned").toInteger().value_or(0);
    summary.exitClass = int(value.member(u"exitClass").toInteger().value_or(0));
    summary.isStopped = value.member(u"isStopped").toBool().value_or(false);
    return summary;
}

} // namespace actionscope::runner
