// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workspace/inputminimization.h"
#include "app/workspace/replay.h"

namespace actionscope::cli {

// What came of one source.
struct ReplayedSource
{
    QString name;
    QString actionId;
    QString historyId; // of the last run
    std::optional<workspace::ReplayComparison> comparison; // of the first run that differs, else of the last
    workspace::ReplaySeries series;
    int differing = 0; // runs
    bool isCancelled = false;
};

// For people, in lines: what was and what is, each difference, and the series where there were several runs.
[[nodiscard]] QByteArray replayText(const ReplayedSource &source);
// Outcomes with their counts, percentiles, and the two lines of the series.
[[nodiscard]] QByteArray seriesText(const workspace::ReplaySeries &series);
// One JSON object on one line.
[[nodiscard]] QByteArray replayReport(const QList<ReplayedSource> &sources);
[[nodiscard]] QByteArray minimizationReport(
    const QString &name, const QString &actionId, const workspace::InputMinimization::Outcome &outcome, qsizetype bytesBefore);

} // namespace actionscope::cli
