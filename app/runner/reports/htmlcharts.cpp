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

// Words stand outside the picture: it is stretched to the page's width, they are not.
QString picture(int height, const QString &words, const QString &shapes)
{
    return QStringLiteral("<svg viewBox=\"0 0 640 %1\" height=\"%1\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"%2\">\n%3</svg>\n")
        .arg(QString::number(height), words.toHtmlEscaped(), shapes);
}

} // namespace

QString outcomeBar(const RunSummary &summary)
{
    constexpr double width = 640;
    constexpr int barHeight = 24;
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
    QString shapes;
    QString legend;
    double x = 0;
    for (const auto &[count, color, words] : parts) {
        if (!count)
            continue;
        const double part = least + room * double(count) / total;
        const QString text = QStringLiteral("%1 %2").arg(count).arg(words);
        shapes += rectangle(x, 0, part, barHeight, color, text);
        legend += QStringLiteral("<span class=\"%1\"><b>■</b> %2</span>\n").arg(color, text.toHtmlEscaped());
        x += part;
    }
    return picture(barHeight, sentenceOf(summary), shapes) + QStringLiteral("<p class=\"legend\">\n%1</p>\n").arg(legend);
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
    QString shapes;
    const double step = width / double(bars.size());
    for (qsizetype i = 0; i < bars.size(); ++i) {
        const Latencies::Bar &bar = bars[i];
        if (!bar.count)
            continue;
        const double size = std::max(2.0, height * double(bar.count) / double(highest));
        shapes += rectangle(step * double(i) + 1, height - size, std::max(1.0, step - 2), size, QStringLiteral("bar"),
            Tr::tr("%1 to %2: %3").arg(shownTime(bar.from), shownTime(bar.to)).arg(bar.count));
    }
    shapes += rectangle(0, height, width, 1, QStringLiteral("line"), QString());
    const QString words = Tr::tr("Half of the requests took %1 or less, the slowest %2.")
                              .arg(shownTime(latencies.percentile(0.5)), shownTime(latencies.most()));
    return picture(int(height) + 1, words, shapes)
        + QStringLiteral("<p class=\"axis\"><span>%1</span><span>%2</span><span>%3</span></p>\n")
              .arg(shownTime(bars.first().from), shownTime(bars[bars.size() / 2].from), shownTime(bars.last().to));
}

} // namespace actionscope::runner
