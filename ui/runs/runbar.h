// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/runsummary.h"

#include <QWidget>

namespace actionscope::ui {

class ThemeService;

// How far a run is: one line, as long as the run, filled with what passed, what did not and what was never sent.
class RunBar final : public QWidget
{
    Q_OBJECT

public:
    explicit RunBar(const ThemeService &theme, QWidget *parent = nullptr);

    void setSummary(const runner::RunSummary &summary);
    [[nodiscard]] QSize sizeHint() const override { return {160, 8}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeService &m_theme;
    qint64 m_planned = 0;
    qint64 m_passed = 0;
    qint64 m_failed = 0; // or could not be sent
    qint64 m_other = 0; // skipped, cancelled
};

// "412 of 1000, 3 failed · 183 a second · 3.2 s left"
[[nodiscard]] QString progressText(const runner::RunSummary &summary, qint64 elapsedMs);

} // namespace actionscope::ui
