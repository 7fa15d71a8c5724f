// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/console.h"
#include "app/runner/runlog.h"
#include "app/runner/runner.h"

namespace actionscope::cli {

// A run on the console: a line for each request, at the end the failures with their reasons and the figures. On a
// terminal a line at the bottom says how far it is. Goes to standard error where a report has standard output.
class RunView final : public QObject
{
    Q_OBJECT

public:
    enum class Place { StandardOutput, StandardError };

    RunView(Console &console, const runner::Runner *run, Place place, bool isQuiet, QObject *parent = nullptr);

    void add(const runner::RunResult &result);
    void conclude(const runner::RunSummary &summary, runner::RunLog &log);

    // What was wrong with standard output, or empty.
    [[nodiscard]] QString trouble() const { return m_trouble; }

private:
    void write(const QString &line, Console::Tone tone = Console::Tone::Plain);
    void writeFailure(const runner::RunResult &result);
    void showProgress();

    Console &m_console;
    const runner::Runner *m_run;
    Place m_place;
    bool m_isQuiet;
    QString m_trouble;
    QString m_last; // the request that began last
    QElapsedTimer m_clock;
    QTimer m_tick;
};

} // namespace actionscope::cli
