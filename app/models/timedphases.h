// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"

namespace actionscope::models {

enum class TimedPhaseKind { Queued, Connecting, Securing, Sending, Waiting, Receiving };

// One stretch of a run, in microseconds from the moment the person asked.
struct TimedPhase
{
    TimedPhaseKind kind = TimedPhaseKind::Queued;
    qint64 begin = 0;
    qint64 end = 0;
    bool isComplete = true; // false: the run ended within it

    [[nodiscard]] qint64 duration() const { return end - begin; }
    bool operator==(const TimedPhase &) const = default;
};

// The phases that can be told from the marks, in order and without gaps. A mark that is missing gives no
// phase of its own: its time is part of the next one that is known. A run that ended early has its last phase
// incomplete.
[[nodiscard]] QList<TimedPhase> timedPhases(const api::Timings &timings);
[[nodiscard]] QString phaseTitle(const TimedPhase &phase);

} // namespace actionscope::models
