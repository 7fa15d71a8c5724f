// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workspace/replayseries.h"

#include <QWidget>

namespace actionscope::ui {

class ThemeService;

// One bar for each run of a series, in their order: as high as it took long, coloured by what it came to, with the letter
// of its outcome below. Where there are more runs than room, a bar stands for the slowest of several.
class SeriesChart final : public QWidget
{
    Q_OBJECT

public:
    explicit SeriesChart(const ThemeService &theme, QWidget *parent = nullptr);

    void setSeries(const workspace::ReplaySeries &series);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override; // what the bar under the pointer is

private:
    struct Bar
    {
        qsizetype from = 0; // run
        qsizetype to = 0; // not included
        qsizetype slowest = 0;
    };
    [[nodiscard]] QList<Bar> bars() const;
    [[nodiscard]] int stepFor(qsizetype count) const;
    [[nodiscard]] QString wordsOf(const Bar &bar) const;
    void paintBar(QPainter &painter, const Bar &bar, const QRect &room) const;

    const ThemeService &m_theme;
    workspace::ReplaySeries m_series;
};

} // namespace actionscope::ui
