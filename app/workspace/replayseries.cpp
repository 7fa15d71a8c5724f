// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/replayseries.h"

#include "app/base/tr.h"

#include <QLocale>

#include <algorithm>

namespace actionscope::workspace {

namespace {

QString letter(qsizetype position)
{
    constexpr qsizetype letters = 26;
    return position < letters ? QString(QChar(ushort('a' + position))) : QStringLiteral("?");
}

QString figure(qint64 microseconds) { return QLocale::c().toString(double(microseconds) / 1000, 'f', 1); }

} // namespace

void ReplaySeries::add(const RunRecord &record)
{
    const FailureMark mark = markOf(record);
    const auto known = std::find_if(m_outcomes.begin(), m_outcomes.end(), [&](const Outcome &each) { return each.mark == mark; });
    m_series.append(known - m_outcomes.begin());
    if (known == m_outcomes.end())
        m_outcomes.append({mark, 1});
    else
        ++known->count;
    const qint64 microseconds = std::max<qint64>(0, record.entry.exchange.timings.finished);
    m_microseconds.append(microseconds);
    m_latencies.add(microseconds);
}

QList<ReplaySeries::Outcome> ReplaySeries::outcomes() const
{
    QList<Outcome> sorted = m_outcomes;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Outcome &left, const Outcome &right) { return left.count > right.count; });
    return sorted;
}

QList<qint64> ReplaySeries::milliseconds() const
{
    QList<qint64> times;
    for (const qint64 microseconds : m_microseconds)
        times.append(microseconds / 1000);
    return times;
}

QString ReplaySeries::letterOf(const FailureMark &mark) const
{
    const auto known = std::find_if(m_outcomes.begin(), m_outcomes.end(), [&](const Outcome &each) { return each.mark == mark; });
    return letter(known - m_outcomes.begin());
}

QString ReplaySeries::outcomeLine() const
{
    QString line;
    for (const qsizetype position : m_series)
        line += letter(position);
    return line;
}

QString ReplaySeries::sparkline(int columns) const
{
    constexpr char16_t bars[] = u"▁▂▃▄▅▆▇█";
    constexpr qint64 heights = 8;
    const qsizetype perColumn = std::max<qsizetype>(1, (count() + columns - 1) / columns);
    const qint64 most = std::max<qint64>(1, m_latencies.most());
    QString line;
    for (qsizetype i = 0; i < count(); i += perColumn) {
        const auto end = m_microseconds.begin() + std::min(i + perColumn, count());
        const qint64 slowest = *std::max_element(m_microseconds.begin() + i, end);
        line += QChar(bars[std::min(heights - 1, slowest * heights / most)]);
    }
    return line;
}

QStringList wordsOf(const ReplaySeries &series)
{
    constexpr double half = 0.5;
    constexpr double most = 0.95;
    QStringList words;
    const QList<ReplaySeries::Outcome> all = series.outcomes();
    if (series.isFlaky())
        words.append(Tr::tr("Flaky: the same request came to %1 different outcomes.").arg(all.size()));
    for (const ReplaySeries::Outcome &outcome : all) {
        words.append(Tr::tr("%1  %2 of %3: %4")
                         .arg(series.letterOf(outcome.mark))
                         .arg(outcome.count)
                         .arg(series.count())
                         .arg(wordsOf(outcome.mark)));
    }
    const runner::Latencies &times = series.latencies();
    words.append(Tr::tr("Times: %1 ms least, %2 median, %3 p95, %4 most")
                     .arg(figure(times.least()), figure(times.percentile(half)), figure(times.percentile(most)), figure(times.most())));
    return words;
}

} // namespace actionscope::workspace
