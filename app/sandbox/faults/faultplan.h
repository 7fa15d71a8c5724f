// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/faults/fault.h"

namespace actionscope::sandbox {

// Decides which faults strike a request. The same seed and the same order of requests give the same decisions.
class FaultPlan final
{
public:
    FaultPlan() = default;
    explicit FaultPlan(FaultSpec spec)
        : m_spec(std::move(spec))
    {
    }

    [[nodiscard]] bool isEmpty() const { return m_spec.faults.isEmpty(); }
    // What happens to the next request. The number of a jitter is the one drawn for it.
    [[nodiscard]] QList<Fault> next(bool isExecution);

private:
    // Between 0 and 1, for one fault and one request.
    [[nodiscard]] double draw(qsizetype fault, quint64 salt) const;

    FaultSpec m_spec;
    quint64 m_requests = 0;
};

} // namespace actionscope::sandbox
