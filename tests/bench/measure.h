// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <limits>

namespace actionscope::bench {

constexpr qsizetype megabyte = 1'000'000;

// The shortest of several rounds, in milliseconds.
template <typename Work> double bestOf(int rounds, Work work)
{
    double best = std::numeric_limits<double>::max();
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        best = std::min(best, double(timer.nsecsElapsed()) / 1e6);
    }
    return best;
}

inline void printTime(const char *name, double milliseconds)
{
    std::printf("%-44s %9.2f ms\n", name, milliseconds);
}

inline void printRatio(const char *name, double milliseconds, double to, double allowed)
{
    std::printf(
        "%-44s %9.2f ms  ratio %5.2f  (allowed %.2f)\n", name, milliseconds, milliseconds / to, allowed);
}

} // namespace actionscope::bench
