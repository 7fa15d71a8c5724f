// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/replayprinter.h"

#include "app/base/tr.h"
#include "app/cli/console.h"
#include "app/cli/diffprinter.h"
#include "app/cli/jsontexts.h"

#include <QLocale>

namespace actionscope::cli {

using workspace::FailureMark;
using workspace::ReplaySeries;

namespace {

constexpr double half = 0.5;
constexpr double most = 0.95;

QString milliseconds(qint64 microseconds) { return QLocale::c().toString(double(microseconds) / 1000, 'f', 1); }

QByteArray printable(const QStringList &lines, const QString &indent = {})
{
    QByteArray text;
    for (const QString &line : lines)
        text += (indent + withoutControls(line)).toUtf8() + '\n';
    return text;
}

QByteArray markJson(const FailureMark &mark, qint64 milliseconds)
{
    json::ObjectWriter writer;
    writer.addString("verdict", api::verdictName(mark.verdict));
    writer.addInteger("status", mark.status);
    writer.addString("cause", mark.cause);
    writer.addString("code", mark.code);
    writer.addRaw("places", jsonTexts(mark.places));
    if (milliseconds >= 0)
        writer.addInteger("milliseconds", milliseconds);
    else
        writer.addNull("milliseconds");
    return writer.finished();
}

QByteArray seriesJson(const ReplaySeries &series)
{
    json::ArrayWriter outcomes;
    const QList<ReplaySeries::Outcome> all = series.outcomes();
    for (const ReplaySeries::Outcome &outcome : all) {
        json::ObjectWriter one;
        one.addString("letter", series.letterOf(outcome.mark));
        one.addInteger("count", outcome.count);
        one.addRaw("outcome", markJson(outcome.mark, -1));
        outcomes.addRaw(one.finished());
    }
    json::ArrayWriter times;
    const QList<qint64> taken = series.milliseconds();
    for (const qint64 time : taken)
        times.addRaw(QByteArray::number(time));
    json::ObjectWriter writer;
    writer.addInteger("runs", series.count());
    writer.addBool("flaky", series.isFlaky());
    writer.addRaw("outcomes", outcomes.finished());
    writer.addString("order", series.outcomeLine());
    writer.addRaw("milliseconds", times.finished());
    writer.addInteger("medianMicroseconds", series.latencies().percentile(half));
    writer.addInteger("p95Microseconds", series.latencies().percentile(most));
    return writer.finished();
}

QByteArray sourceJson(const ReplayedSource &source)
{
    json::ObjectWriter writer;
    writer.addString("name", source.name);
    writer.addString("actionId", source.actionId);
    writer.addString("historyId", source.historyId);
    if (const auto &comparison = source.comparison) {
        writer.addBool("same", source.differing == 0);
        writer.addInteger("differingRuns", source.differing);
        writer.addRaw("before", markJson(comparison->before, comparison->millisecondsBefore));
        writer.addRaw("now", markJson(comparison->now, comparison->millisecondsNow));
        writer.addInteger("structureChanges", comparison->structure);
        writer.addInteger("valueChanges", comparison->values);
        writer.addInteger("hiddenValues", comparison->hidden);
        writer.addBool("bodiesEqual", comparison->areBodiesEqual);
        writer.addRaw("diff", changeReport(comparison->difference).trimmed());
    } else {
        writer.addNull("same"); // nothing was recorded
    }
    writer.addBool("cancelled", source.isCancelled);
    writer.addRaw("series", seriesJson(source.series));
    return writer.finished();
}

} // namespace

QByteArray seriesText(const ReplaySeries &series)
{
    return printable(workspace::wordsOf(series)
            + QStringList {Tr::tr("Outcomes: %1").arg(series.outcomeLine()), Tr::tr("Latency:  %1").arg(series.sparkline())},
        QStringLiteral("  "));
}

QByteArray replayText(const ReplayedSource &source)
{
    QByteArray text = printable({QStringLiteral("%1: %2").arg(source.name, source.actionId)});
    if (source.comparison) {
        text += printable(wordsOf(*source.comparison), QStringLiteral("  "));
        const QByteArrayList changes = changeList(source.comparison->difference).split('\n');
        for (const QByteArray &change : changes) {
            if (!change.isEmpty())
                text += printable({QString::fromUtf8(change)}, QStringLiteral("    "));
        }
    } else if (source.series.count() > 0) {
        text += printable({Tr::tr("Nothing was recorded to compare with.")}, QStringLiteral("  "));
        if (source.series.count() == 1) {
            text += printable({wordsOf(source.series.outcomes().first().mark),
                                  Tr::tr("Time: %1 ms").arg(milliseconds(source.series.latencies().most()))},
                QStringLiteral("  "));
        }
    }
    if (source.series.count() > 1) {
        if (source.comparison)
            text += printable({Tr::tr("Runs that differ from the recording: %1 of %2").arg(source.differing).arg(source.series.count())}, QStringLiteral("  "));
        text += seriesText(source.series);
    }
    return text;
}

QByteArray replayReport(const QList<ReplayedSource> &sources)
{
    json::ArrayWriter replays;
    for (const ReplayedSource &source : sources)
        replays.addRaw(sourceJson(source));
    json::ObjectWriter report;
    report.addInteger("actionscopeReplay", 1);
    report.addRaw("replays", replays.finished());
    return report.finished() + '\n';
}

QByteArray minimizationReport(
    const QString &name, const QString &actionId, const workspace::InputMinimization::Outcome &outcome, qsizetype bytesBefore)
{
    using End = workspace::InputMinimization::End;
    const QHash<End, const char *> ends {{End::Smallest, "smallest"}, {End::OutOfTries, "outOfTries"}, {End::Stopped, "stopped"},
        {End::NoFailure, "noFailure"}, {End::Unsteady, "unsteady"}, {End::Disturbed, "disturbed"}};
    json::ObjectWriter report;
    report.addInteger("actionscopeMinimize", 1);
    report.addString("name", name);
    report.addString("actionId", actionId);
    report.addString("end", QString::fromLatin1(ends.value(outcome.end)));
    report.addString("sentence", outcome.sentence);
    report.addRaw("failure", markJson(outcome.mark, -1));
    report.addInteger("executions", outcome.executions);
    report.addInteger("bytesBefore", bytesBefore);
    report.addInteger("bytes", outcome.input.size());
    report.addRaw("input", json::Document::parse(outcome.input).isValid() ? outcome.input : QByteArrayLiteral("null"));
    return report.finished() + '\n';
}

} // namespace actionscope::cli
