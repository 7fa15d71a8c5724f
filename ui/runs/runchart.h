// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/latencies.h"

#include <QWidget>

namespace actionscope::ui {

class ThemeService;

// How long the requests of a run took: a histogram on a scale of powers, and percentiles beside it.
class RunChart final : public QWidget
{
    Q_OBJECT

public:
    explicit RunChart(const ThemeService &theme, QWidget *parent = nullptr);

    void setLatencies(const runner::Latencies &latencies);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Figure
    {
        QString title;
        QString value;
    };
    [[nodiscard]] QList<Figure> figures() const;
    void paintBars(QPainter &painter, const QRect &area) const;
    void paintFigures(QPainter &painter, const QRect &area) const;

    const ThemeService &m_theme;
    runner::Latencies m_latencies;
};

} // namespace actionscope::ui
