// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/faults/faultplan.h"
#include "app/sandbox/http/exchange.h"

#include <functional>
#include <list>

namespace actionscope::sandbox {

// Stands before the gate: lets a request pass, late or not at all, and has a hand in its answer. A request may bring
// faults of its own in the header x-sandbox-fault; they then count instead of the plan's, whatever its path is. The
// requests with the same header make one series, so that a rate is one.
class FaultInjector final
{
public:
    using Next = std::function<void(Exchange &exchange)>;

    FaultInjector(FaultSpec spec, Next next)
        : m_plan(std::move(spec))
        , m_next(std::move(next))
    {
    }

    void enter(Exchange &exchange);
    // For the requests that come from now on; a rate begins anew.
    void setFaults(FaultSpec spec) { m_plan = FaultPlan(std::move(spec)); }

private:
    struct Series
    {
        QByteArray header;
        FaultPlan plan;
    };
    static constexpr std::size_t mostSeries = 256; // the one that was not asked for longest goes

    [[nodiscard]] Result<QList<Fault>> ownFaults(const QByteArray &header);

    FaultPlan m_plan;
    std::list<Series> m_own; // what was asked for last comes first
    Next m_next;
};

} // namespace actionscope::sandbox
