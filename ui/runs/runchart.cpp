// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runchart.h"

#include "app/models/readable.h"
#include "ui/services/theme.h"

#include <QPainter>

#include <algorithm>

namespace actionscope::ui {

namespace {

constexpr int chartHeight = 56;
constexpr int mostBars = 48;
constexpr int figureWidth = 72;
constexpr int figureColumns = 3;

} // namespace

RunChart::RunChart(const ThemeService &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("runChart"));
    setAccessibleName(tr("How long the requests took"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &ThemeService::themeChanged, this, qOverload<>(&QWidget::update));
}

void RunChart::setLatencies(const runner::Latencies &latencies)
{
    if (latencies == m_latencies)
        return;
    m_latencies = latencies;
    QStringList spoken;
    for (const Figure &figure : figures())
        spoken.append(figure.title + QLatin1Char(' ') + figure.value);
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    update();
}

QList<RunChart::Figure> RunChart::figures() const
{
    const auto at = [this](double share) {
        return m_latencies.count() ? models::durationText(m_latencies.percentile(share)) : QStringLiteral("–");
    };
    const auto known = [this](qint64 value) {
        return m_latencies.count() ? models::durationText(value) : QStringLiteral("–");
    };
    return {{tr("median"), at(0.5)}, {tr("90 %"), at(0.9)}, {tr("95 %"), at(0.95)}, {tr("99 %"), at(0.99)},
        {tr("mean"), known(m_latencies.mean())}, {tr("longest"), known(m_latencies.most())}};
}

QSize RunChart::sizeHint() const
{
    const int line = QFontMetrics(ThemeService::smallFont()).height();
    return {320, std::max(chartHeight + line, 4 * line + spacing::small)};
}

void RunChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(ThemeService::smallFont());
    const int wide = figureColumns * figureWidth;
    paintBars(painter, rect().adjusted(0, 0, -wide - spacing::wide, 0));
    paintFigures(painter, QRect(width() - wide, 0, wide, height()));
}

void RunChart::paintBars(QPainter &painter, const QRect &area) const
{
    const int line = painter.fontMetrics().height();
    const QRect plot = area.adjusted(0, 0, 0, -line);
    painter.fillRect(QRect(plot.left(), plot.bottom(), plot.width(), 1), m_theme.color(ColorRole::Line));
    const QList<runner::Latencies::Bar> bars = m_latencies.bars(std::clamp(plot.width() / 8, 8, mostBars));
    painter.setPen(m_theme.color(ColorRole::Muted));
    const QRect labels(area.left(), plot.bottom() + 1, area.width(), line);
    if (bars.isEmpty()) {
        painter.drawText(labels, Qt::AlignLeft | Qt::AlignVCenter, tr("No times yet"));
        return;
    }
    qint64 most = 1;
    for (const auto &bar : bars)
        most = std::max(most, bar.count);
    // One bar alone would be a wall.
    const double step = std::min(double(plot.width()) / double(bars.size()), 24.0);
    for (qsizetype i = 0; i < bars.size(); ++i) {
        if (bars[i].count == 0)
            continue;
        const int left = plot.left() + int(double(i) * step);
        const int right = plot.left() + int(double(i + 1) * step) - 1;
        const int height = std::max(2, int(double(bars[i].count) / double(most) * (plot.height() - 1)));
        painter.fillRect(QRect(QPoint(left, plot.bottom() - height), QPoint(std::max(left, right - 1), plot.bottom() - 1)),
            m_theme.color(ColorRole::Accent));
    }
    painter.drawText(labels, Qt::AlignLeft | Qt::AlignVCenter, models::durationText(m_latencies.least()));
    const int end = std::min(area.width(), std::max(int(step * double(bars.size())), 2 * figureWidth));
    painter.drawText(QRect(labels.left(), labels.top(), end, line), Qt::AlignRight | Qt::AlignVCenter,
        models::durationText(m_latencies.most()));
}

void RunChart::paintFigures(QPainter &painter, const QRect &area) const
{
    const int line = painter.fontMetrics().height();
    const QList<Figure> all = figures();
    for (int i = 0; i < all.size(); ++i) {
        const QRect cell(area.left() + i % figureColumns * figureWidth,
            area.top() + i / figureColumns * (2 * line + spacing::hair), figureWidth - spacing::hair, line);
        painter.setPen(m_theme.color(ColorRole::Muted));
        painter.drawText(cell, Qt::AlignRight | Qt::AlignVCenter, all[i].title);
        painter.setPen(m_theme.color(ColorRole::Text));
        painter.drawText(cell.translated(0, line), Qt::AlignRight | Qt::AlignVCenter, all[i].value);
    }
}

} // namespace actionscope::ui
