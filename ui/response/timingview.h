// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/timedphases.h"

#include <QWidget>

namespace actionscope::ui {

class ThemeService;

// Where the time of a run went: a bar and a figure for each phase, and the total.
class TimingView final : public QWidget
{
    Q_OBJECT

public:
    explicit TimingView(const ThemeService &theme, QWidget *parent = nullptr);

    void setTimings(const api::Timings &timings);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Columns
    {
        int titleWidth;
        int figureWidth;
        int rowHeight;
    };
    [[nodiscard]] Columns columns() const;
    [[nodiscard]] QRectF barOf(const models::TimedPhase &phase, const QRect &track) const;
    void paintPhase(QPainter &painter, const models::TimedPhase &phase, const QRect &row) const;
    void paintTotal(QPainter &painter, const QRect &row) const;

    const ThemeService &m_theme;
    QList<models::TimedPhase> m_phases;
    qint64 m_total = 0;
};

} // namespace actionscope::ui
