// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runbar.h"

#include "ui/services/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <utility>

namespace actionscope::ui {

namespace {

constexpr qint64 firstGuess = 500; // milliseconds; before that a rate says nothing

} // namespace

RunBar::RunBar(const ThemeService &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("runBar"));
    setAccessibleName(tr("Progress of the run"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &ThemeService::themeChanged, this, qOverload<>(&QWidget::update));
}

void RunBar::setSummary(const runner::RunSummary &summary)
{
    m_planned = summary.planned;
    m_passed = summary.passed;
    m_failed = summary.failed + summary.notSent;
    m_other = summary.skipped + summary.cancelled;
    update();
}

void RunBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track = QRectF(rect()).adjusted(0, 1, 0, -1);
    QPainterPath outline;
    outline.addRoundedRect(track, track.height() / 2, track.height() / 2);
    painter.setClipPath(outline);
    painter.fillRect(track, m_theme.color(ColorRole::Sunken));
    painter.fillRect(QRectF(track.left(), track.bottom() - 1, track.width(), 1), m_theme.color(ColorRole::Line));
    if (m_planned <= 0)
        return;
    double left = track.left();
    for (const auto &[count, color] : {std::pair(m_failed, ColorRole::Bad), std::pair(m_passed, ColorRole::Good),
             std::pair(m_other, ColorRole::Warn)}) {
        const double width = track.width() * double(count) / double(m_planned);
        // What failed is seen, however little it is.
        const double shown = count > 0 ? std::max(width, 2.0) : 0;
        painter.fillRect(QRectF(left, track.top(), shown, track.height()), m_theme.color(color));
        left += shown;
    }
}

QString progressText(const runner::RunSummary &summary, qint64 elapsedMs)
{
    const QLocale locale;
    QString text = RunBar::tr("%1 of %2").arg(locale.toString(summary.done()), locale.toString(summary.planned));
    const qint64 bad = summary.failed + summary.notSent;
    if (bad > 0)
        text += RunBar::tr(", %1 failed").arg(locale.toString(bad));
    if (elapsedMs < firstGuess || summary.done() == 0)
        return text;
    const double rate = double(summary.done()) * 1000 / double(elapsedMs);
    const auto left = qint64(double(summary.left()) / rate * 1e6);
    return RunBar::tr("%1 · %2 a second · %3 left")
        .arg(text, locale.toString(rate, 'f', rate < 10 ? 1 : 0), runner::shownTime(left));
}

} // namespace actionscope::ui
