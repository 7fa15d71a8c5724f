// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/timingview.h"

#include "app/models/readable.h"
#include "ui/services/theme.h"

#include <QPainter>

#include <algorithm>

namespace actionscope::ui {

namespace {

constexpr int barHeight = 8;

QString figureOf(const models::TimedPhase &phase) { return models::durationText(phase.duration()); }

} // namespace

TimingView::TimingView(const ThemeService &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    connect(&theme, &ThemeService::themeChanged, this, qOverload<>(&QWidget::update));
}

void TimingView::setTimings(const api::Timings &timings)
{
    m_phases = models::timedPhases(timings);
    m_total = m_phases.isEmpty() ? 0 : m_phases.last().end;
    QStringList spoken;
    for (const models::TimedPhase &phase : std::as_const(m_phases)) {
        const QString text = tr("%1 %2").arg(models::phaseTitle(phase), figureOf(phase));
        spoken.append(phase.isComplete ? text : tr("%1, the run ended here").arg(text));
    }
    if (m_phases.isEmpty())
        spoken.append(tr("No times were taken"));
    else
        spoken.append(tr("Total %1").arg(models::durationText(m_total)));
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

TimingView::Columns TimingView::columns() const
{
    Columns columns {
        fontMetrics().horizontalAdvance(tr("Total")), 0, fontMetrics().height() + spacing::medium};
    columns.figureWidth = fontMetrics().horizontalAdvance(models::durationText(m_total));
    for (const models::TimedPhase &phase : m_phases) {
        columns.titleWidth
            = std::max(columns.titleWidth, fontMetrics().horizontalAdvance(models::phaseTitle(phase)));
        columns.figureWidth = std::max(columns.figureWidth, fontMetrics().horizontalAdvance(figureOf(phase)));
    }
    return columns;
}

QSize TimingView::sizeHint() const
{
    const int rows = int(m_phases.size()) + 1;
    return {280, rows * columns().rowHeight + 3 * spacing::medium};
}

void TimingView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int height = columns().rowHeight;
    QRect row(spacing::medium, spacing::medium, width() - 2 * spacing::medium, height);
    if (m_phases.isEmpty()) {
        painter.setPen(m_theme.color(ColorRole::Muted));
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, tr("No times were taken for this run."));
        return;
    }
    for (const models::TimedPhase &phase : m_phases) {
        paintPhase(painter, phase, row);
        row.translate(0, height);
    }
    paintTotal(painter, row.translated(0, spacing::small));
}

// Begins where the phase began; never so thin that it cannot be seen.
QRectF TimingView::barOf(const models::TimedPhase &phase, const QRect &track) const
{
    const double scale = m_total > 0 ? double(track.width()) / double(m_total) : 0;
    const double width = std::max(double(phase.duration()) * scale, 2.0);
    const double left = std::min(double(phase.begin) * scale, track.width() - width);
    return {track.left() + left, track.top() + (track.height() - barHeight) / 2.0, width, double(barHeight)};
}

void TimingView::paintPhase(QPainter &painter, const models::TimedPhase &phase, const QRect &row) const
{
    const Columns wide = columns();
    painter.setPen(m_theme.color(ColorRole::Text));
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, models::phaseTitle(phase));
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, figureOf(phase));
    const QRect track
        = row.adjusted(wide.titleWidth + spacing::large, 0, -wide.figureWidth - spacing::large, 0);
    if (track.width() <= spacing::large)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(ColorRole::Sunken));
    painter.drawRoundedRect(
        QRectF(track.left(), track.top() + (track.height() - barHeight) / 2.0, track.width(), barHeight), 2,
        2);
    painter.setBrush(m_theme.color(phase.isComplete ? ColorRole::Accent : ColorRole::Warn));
    painter.drawRoundedRect(barOf(phase, track), 2, 2);
}

void TimingView::paintTotal(QPainter &painter, const QRect &row) const
{
    painter.fillRect(
        QRect(row.left(), row.top() - spacing::hair, row.width(), 1), m_theme.color(ColorRole::Line));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(m_theme.color(ColorRole::Text));
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
        m_phases.last().isComplete ? tr("Total") : tr("Total until it ended"));
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, models::durationText(m_total));
}

} // namespace actionscope::ui
