// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/runview.h"

#include "app/base/tr.h"

#include <algorithm>

namespace actionscope::cli {

namespace {

using runner::Outcome;
using runner::RunResult;
using runner::RunSummary;

constexpr qint64 failuresShown = 200; // the reports hold all of them
constexpr int tick = 100; // milliseconds

QString markOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Passed:
        return QStringLiteral("✓");
    case Outcome::Failed:
        return QStringLiteral("✗");
    case Outcome::NotSent:
        return QStringLiteral("!");
    case Outcome::Skipped:
    case Outcome::Cancelled:
        break;
    }
    return QStringLiteral("–");
}

Console::Tone toneOf(Outcome outcome)
{
    if (outcome == Outcome::Passed)
        return Console::Tone::Good;
    return outcome == Outcome::Failed || outcome == Outcome::NotSent ? Console::Tone::Bad : Console::Tone::Plain;
}

QString lineOf(const RunResult &result)
{
    QString folder = result.path.section(QLatin1Char('/'), 0, -2);
    if (!folder.isEmpty())
        folder += QLatin1Char('/');
    QString line = markOf(result.outcome) + QLatin1Char(' ') + folder + titleOf(result);
    if (result.microseconds >= 0)
        line += QStringLiteral("  ") + runner::shownTime(result.microseconds);
    if (result.attempts > 1)
        line += QStringLiteral("  ") + Tr::tr("(sent %n times)", "", result.attempts);
    return line;
}

} // namespace

RunView::RunView(Console &console, const runner::Runner *run, Place place, bool isQuiet, QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_run(run)
    , m_place(place)
    , m_isQuiet(isQuiet)
{
    connect(run, &runner::Runner::requestStarted, this, [this](const QString &title) { m_last = title; });
    connect(&m_tick, &QTimer::timeout, this, &RunView::showProgress);
    m_clock.start();
    if (!isQuiet && Console::canShowProgress())
        m_tick.start(tick);
}

void RunView::write(const QString &line, Console::Tone tone)
{
    if (m_place == Place::StandardError) {
        m_console.say(line, tone);
    } else if (const auto written = m_console.tell(line, tone); !written) {
        m_trouble = written.error().sentence;
    }
}

void RunView::add(const RunResult &result)
{
    if (!m_isQuiet)
        write(lineOf(result), toneOf(result.outcome));
}

void RunView::showProgress()
{
    const RunSummary &summary = m_run->summary();
    const qint64 done = summary.done();
    const double seconds = std::max(0.001, double(m_clock.elapsed()) / 1000);
    const double rate = double(done) / seconds;
    QString line = Tr::tr("%1 of %2").arg(done).arg(summary.planned);
    if (done > 0 && summary.left() > 0) {
        line += Tr::tr(" · %1/s · %2 left")
                    .arg(rate, 0, 'f', rate < 10 ? 1 : 0)
                    .arg(runner::shownTime(qint64(double(summary.left()) / rate * 1e6)));
    }
    const qint64 bad = summary.failed + summary.notSent;
    if (bad > 0)
        line += Tr::tr(" · %1 failed").arg(bad);
    // A line that wraps could not be taken away again.
    const int known = m_console.looks().columns;
    const int columns = known > 0 ? known : 80;
    m_console.showProgress((line + QStringLiteral(" · ") + m_last).left(columns - 1));
}

void RunView::writeFailure(const RunResult &result)
{
    write(lineOf(result), toneOf(result.outcome));
    write(QStringLiteral("    ") + result.path);
    bool isSaid = false;
    for (const runner::ExpectationOutcome &outcome : result.expectations) {
        if (outcome.passed || result.exitClass > 1)
            continue;
        write(QStringLiteral("    ") + outcome.sentence);
        isSaid = true;
    }
    if (!isSaid)
        write(QStringLiteral("    ") + result.sentence);
    if (!result.requestId.isEmpty())
        write(QStringLiteral("    ") + Tr::tr("Request id %1").arg(result.requestId));
}

void RunView::conclude(const RunSummary &summary, runner::RunLog &log)
{
    m_tick.stop();
    qint64 shown = 0;
    const qint64 bad = summary.done() - summary.passed;
    if (bad > 0) {
        write(QString());
        const auto read = log.forEach([&](const RunResult &result) {
            if (result.outcome != Outcome::Passed) {
                writeFailure(result);
                ++shown;
            }
            return shown < failuresShown;
        });
        if (!read)
            m_console.sayError(read.error());
        if (shown < bad)
            write(Tr::tr("%1 more did not pass; a report holds them all.").arg(bad - shown));
    }
    write(QString());
    write(sentenceOf(summary), summary.isGood() ? Console::Tone::Good : Console::Tone::Bad);
    const runner::Latencies &times = summary.latencies;
    if (times.count() > 1) {
        write(Tr::tr("Half within %1, 95 % within %2, 99 % within %3, slowest %4.")
                  .arg(runner::shownTime(times.percentile(0.5)), runner::shownTime(times.percentile(0.95)),
                      runner::shownTime(times.percentile(0.99)), runner::shownTime(times.most())));
    }
}

} // namespace actionscope::cli
