// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/timedphases.h"

#include "app/base/tr.h"

#include <algorithm>
#include <array>
#include <utility>

namespace actionscope::models {

namespace {

using Kind = TimedPhaseKind;

// What a run is doing once it has passed the mark that ended `last`.
Kind phaseAfter(Kind last)
{
    switch (last) {
    case Kind::Queued:
        return Kind::Connecting;
    case Kind::Connecting:
    case Kind::Securing:
        return Kind::Sending;
    case Kind::Sending:
        return Kind::Waiting;
    case Kind::Waiting:
    case Kind::Receiving:
        return Kind::Receiving;
    }
    return Kind::Receiving;
}

} // namespace

QList<TimedPhase> timedPhases(const api::Timings &timings)
{
    const std::array<std::pair<Kind, qint64>, 6> marks {{
        {Kind::Queued, timings.started},
        {Kind::Connecting, timings.connected},
        {Kind::Securing, timings.encrypted},
        {Kind::Sending, timings.requestSent},
        {Kind::Waiting, timings.firstByte},
        {Kind::Receiving, timings.lastByte},
    }};
    QList<TimedPhase> phases;
    qint64 reached = 0;
    for (const auto &[kind, mark] : marks) {
        if (mark < 0)
            continue;
        const qint64 end = std::max(mark, reached);
        phases.append({kind, reached, end, true});
        reached = end;
    }
    if (timings.lastByte < 0 && timings.finished > reached) {
        const Kind kind = phases.isEmpty() ? Kind::Queued : phaseAfter(phases.last().kind);
        phases.append({kind, reached, timings.finished, false});
    }
    return phases;
}

QString phaseTitle(const TimedPhase &phase)
{
    switch (phase.kind) {
    case Kind::Queued:
        return Tr::tr("Queued");
    case Kind::Connecting:
        return Tr::tr("Connecting");
    case Kind::Securing:
        return Tr::tr("TLS");
    case Kind::Sending:
        return Tr::tr("Sending");
    case Kind::Waiting:
        return Tr::tr("Waiting");
    case Kind::Receiving:
        return Tr::tr("Receiving");
    }
    return {};
}

} // namespace actionscope::models
