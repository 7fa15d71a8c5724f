// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/faults/faultplan.h"

namespace actionscope::sandbox {

namespace {

// Spreads neighbouring numbers over the whole range (the finaliser of SplitMix64).
quint64 scattered(quint64 number)
{
    number += 0x9E3779B97F4A7C15U;
    number = (number ^ (number >> 30U)) * 0xBF58476D1CE4E5B9U;
    number = (number ^ (number >> 27U)) * 0x94D049BB133111EBU;
    return number ^ (number >> 31U);
}

} // namespace

double FaultPlan::draw(qsizetype fault, quint64 salt) const
{
    const quint64 mixed
        = scattered(scattered(m_spec.seed) ^ scattered(m_requests * 64 + quint64(fault)) ^ scattered(salt));
    return double(mixed >> 11U) / double(quint64(1) << 53U);
}

QList<Fault> FaultPlan::next(bool isExecution)
{
    QList<Fault> struck;
    for (qsizetype i = 0; i < m_spec.faults.size(); ++i) {
        Fault fault = m_spec.faults[i];
        if (!(isExecution || fault.strikesAll) || draw(i, 1) >= fault.rate)
            continue;
        if (fault.kind == FaultKind::Jitter)
            fault.number = qint64(draw(i, 2) * double(fault.number + 1));
        struck.append(fault);
    }
    ++m_requests;
    return struck;
}

} // namespace actionscope::sandbox
