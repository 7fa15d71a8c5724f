// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/serieschart.h"

#include "app/models/readable.h"
#include "ui/services/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace actionscope::ui {

namespace {

constexpr int plotHeight = 72;
constexpr int narrowest = 4; // a bar with its gap
constexpr int widest = 24;

ColorRole roleOf(api::Verdict verdict)
{
    switch (verdict) {
    case api::Verdict::Successful:
        return ColorRole::Good;
    case api::Verdict::ActionRefused:
    case api::Verdict::ServiceRefused:
        return ColorRole::Bad;
    default:
        return ColorRole::Warn;
    }
}

} // namespace

SeriesChart::SeriesChart(const ThemeService &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("seriesChart"));
    setAccessibleName(tr("Times and outcomes of the runs"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &ThemeService::themeChanged, this, qOverload<>(&QWidget::update));
}

void SeriesChart::setSeries(const workspace::ReplaySeries &series)
{
    m_series = series;
    setAccessibleDescription(series.count() > 0 ? workspace::wordsOf(series).join(QStringLiteral(". ")) : QString());
    update();
}

QSize SeriesChart::sizeHint() const
{
    return {320, plotHeight + 2 * QFontMetrics(ThemeService::smallFont()).height() + spacing::hair};
}

QSize SeriesChart::minimumSizeHint() const { return {160, sizeHint().height()}; }

int SeriesChart::stepFor(qsizetype count) const
{
    return std::clamp(count > 0 ? int(width() / count) : widest, narrowest, widest);
}

QList<SeriesChart::Bar> SeriesChart::bars() const
{
    const qsizetype room = std::max(1, width() / narrowest);
    const qsizetype each = std::max<qsizetype>(1, (m_series.count() + room - 1) / room);
    QList<Bar> all;
    for (qsizetype from = 0; from < m_series.count(); from += each) {
        Bar bar {from, std::min(from + each, m_series.count()), from};
        for (qsizetype run = from; run < bar.to; ++run) {
            if (m_series.microsecondsAt(run) > m_series.microsecondsAt(bar.slowest))
                bar.slowest = run;
        }
        all.append(bar);
    }
    return all;
}

void SeriesChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(ThemeService::smallFont());
    const int line = painter.fontMetrics().height();
    const QRect scale(0, 0, width(), line);
    const QRect plot(0, line + spacing::hair, width(), plotHeight);
    painter.fillRect(QRect(plot.left(), plot.bottom(), plot.width(), 1), m_theme.color(ColorRole::Line));
    painter.setPen(m_theme.color(ColorRole::Muted));
    const QList<Bar> all = bars();
    if (all.isEmpty()) {
        painter.drawText(scale.translated(0, plotHeight / 2), Qt::AlignLeft | Qt::AlignVCenter, tr("No runs yet"));
        return;
    }
    painter.drawText(scale, Qt::AlignLeft | Qt::AlignVCenter,
        tr("slowest %1, median %2")
            .arg(models::durationText(m_series.latencies().most()), models::durationText(m_series.latencies().percentile(0.5))));
    const int step = stepFor(all.size());
    for (qsizetype i = 0; i < all.size(); ++i)
        paintBar(painter, all[i], QRect(int(i) * step, plot.top(), step - 1, plot.height()));
}

// A letter says what the colour says; where bars are too narrow for it, the list below has the counts.
void SeriesChart::paintBar(QPainter &painter, const Bar &bar, const QRect &room) const
{
    const workspace::FailureMark &mark = m_series.markAt(bar.slowest);
    const double share = double(m_series.microsecondsAt(bar.slowest)) / double(std::max<qint64>(1, m_series.latencies().most()));
    const int height = std::max(2, int(share * (room.height() - 1)));
    painter.fillRect(QRect(room.left(), room.bottom() - height, room.width(), height), m_theme.color(roleOf(mark.verdict)));
    const QString letter = m_series.letterOf(mark);
    if (painter.fontMetrics().horizontalAdvance(letter) > room.width())
        return;
    painter.setPen(m_theme.color(ColorRole::Muted));
    painter.drawText(QRect(room.left(), room.bottom() + 1, room.width(), painter.fontMetrics().height()), Qt::AlignCenter, letter);
}

QString SeriesChart::wordsOf(const Bar &bar) const
{
    const workspace::FailureMark &mark = m_series.markAt(bar.slowest);
    const QString which = bar.to - bar.from == 1
        ? tr("Run %1").arg(bar.from + 1)
        : tr("Runs %1 to %2, the slowest").arg(bar.from + 1).arg(bar.to);
    return tr("%1: %2, %3  %4")
        .arg(which, models::durationText(m_series.microsecondsAt(bar.slowest)), m_series.letterOf(mark), workspace::wordsOf(mark));
}

bool SeriesChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto *help = static_cast<QHelpEvent *>(event);
    const QList<Bar> all = bars();
    const qsizetype position = help->pos().x() / stepFor(all.size());
    if (position < all.size())
        QToolTip::showText(help->globalPos(), wordsOf(all[position]), this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace actionscope::ui
