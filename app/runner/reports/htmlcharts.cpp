// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/reports/htmlcharts.h"

#include "app/base/tr.h"

#include <algorithm>

namespace actionscope::runner {

namespace {

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

QString rectangle(double x, double y, double width, double height, const QString &color, const QString &title)
{
    return QStringLiteral("<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" fill=\"var(--%5)\"><title>%6</title></rect>\n")
        .arg(number(x), number(y), number(width), number(height), color, title.toHtmlEscaped());
}

QString label(double x, double y, const char *anchor, const QString &text)
{
    return QStringLiteral("<text x=\"%1\" y=\"%2\" text-anchor=\"%3\">%4</text>\n")
        .arg(number(x), number(y), QLatin1String(anchor), text.toHtmlEscaped());
}

} // namespace

QString outcomeBar(const RunSummary &summary)
{
    constexpr double width = 640;
    constexpr double least = 4; // so that one failure among a million is seen
    const std::tuple<qint64, QString, QString> parts[] = {
        {summary.passed, QStringLiteral("good"), Tr::tr("passed")},
        {summary.failed, QStringLiteral("bad"), Tr::tr("failed")},
        {summary.notSent, QStringLiteral("odd"), Tr::tr("not sent")},
        {summary.skipped + summary.cancelled + summary.left(), QStringLiteral("idle"), Tr::tr("skipped or not begun")},
    };
    const auto shown = std::count_if(std::begin(parts), std::end(parts), [](const auto &part) { return std::get<0>(part) > 0; });
    const double room = width - least * double(shown);
    const double total = double(std::max<qint64>(1, summary.planned));
    QString svg = QStringLiteral("<svg viewBox=\"0 0 640 56\" role=\"img\" aria-label=\"%1\">\n")
                      .arg(sentenceOf(summary).toHtmlEscaped());
    double x = 0;
    double legend = 0;
    for (const auto &[count, color, words] : parts) {
        if (!count)
            continue;
        const double part = least + room * double(count) / total;
        const QString text = QStringLiteral("%1 %2").arg(count).arg(words);
        svg += rectangle(x, 0, part, 24, color, text);
        svg += rectangle(legend, 38, 12, 12, color, text);
        svg += label(legend + 18, 49, "start", text);
        x += part;
        legend += 40 + 7 * double(text.size());
    }
    return svg + QStringLiteral("</svg>\n");
}

QString latencyHistogram(const Latencies &latencies)
{
    constexpr double width = 640;
    constexpr double height = 140;
    const QList<Latencies::Bar> bars = latencies.bars(32);
    if (bars.isEmpty())
        return {};
    qint64 highest = 1;
    for (const Latencies::Bar &bar : bars)
        highest = std::max(highest, bar.count);
    QString svg = QStringLiteral("<svg viewBox=\"0 0 640 176\" role=\"img\" aria-label=\"%1\">\n")
                      .arg(Tr::tr("Half of the requests took %1 or less, the slowest %2.")
                               .arg(shownTime(latencies.percentile(0.5)), shownTime(latencies.most()))
                               .toHtmlEscaped());
    const double step = width / double(bars.size());
    for (qsizetype i = 0; i < bars.size(); ++i) {
        const Latencies::Bar &bar = bars[i];
        if (!bar.count)
            continue;
        const double size = std::max(2.0, height * double(bar.count) / double(highest));
        svg += rectangle(step * double(i) + 1, height - size + 8, std::max(1.0, step - 2), size, QStringLiteral("bar"),
            Tr::tr("%1 to %2: %3").arg(shownTime(bar.from), shownTime(bar.to)).arg(bar.count));
    }
    svg += rectangle(0, height + 8, width, 1, QStringLiteral("line"), QString());
    svg += label(0, height + 28, "start", shownTime(bars.first().from));
    svg += label(width / 2, height + 28, "middle", shownTime(bars[bars.size() / 2].from));
    svg += label(width, height + 28, "end", shownTime(bars.last().to));
    return svg + QStringLiteral("</svg>\n");
}

} // namespace actionscope::runner
