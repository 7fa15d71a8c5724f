// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/faults/faultinjector.h"

#include "app/sandbox/faults/spoil.h"
#include "app/sandbox/gate.h"

#include <QTimer>

#include <algorithm>

namespace actionscope::sandbox {

namespace {

bool isExecution(const Request &request)
{
    const QList<QByteArray> path = request.path.split('/'); // "", api, version, …
    if (request.method != "POST" || path.size() != 6)
        return false;
    return (path[3] == "actions" && path[5] == "execute")
        || (path[3] == "tools" && path[4] == "execute" && path[5] != "proxy");
}

// A bad header is answered and not passed over: a test that asks for a fault must not pass without one.
Reply badHeader(const Request &request, const Error &error)
{
    return refusalReply(request, {RefusalKind::BadBody, error.sentence, error.hint});
}

std::chrono::milliseconds delayOf(const QList<Fault> &faults)
{
    std::chrono::milliseconds delay {0};
    for (const Fault &fault : faults) {
        if (fault.kind == FaultKind::Latency || fault.kind == FaultKind::Jitter)
            delay += std::chrono::milliseconds(fault.number);
    }
    return delay;
}

void proceed(Exchange &exchange, const QList<Fault> &faults, const FaultInjector::Next &next)
{
    exchange.amendAnswer([faults](Reply *reply) {
        for (const Fault &fault : faults)
            spoil(fault, reply);
    });
    for (const Fault &fault : faults) {
        if (const auto reply = replyInstead(fault, exchange.request()))
            return exchange.answer(*reply);
    }
    next(exchange);
}

} // namespace

Result<QList<Fault>> FaultInjector::ownFaults(const QByteArray &header)
{
    const auto known = std::find_if(
        m_own.begin(), m_own.end(), [&](const Series &series) { return series.header == header; });
    if (known != m_own.end()) {
        m_own.splice(m_own.begin(), m_own, known);
        return m_own.front().plan.next(true);
    }
    auto spec = readFaults(header);
    if (!spec)
        return Failure(spec.error());
    m_own.push_front({header, FaultPlan(std::move(*spec))});
    if (m_own.size() > mostSeries)
        m_own.pop_back();
    return m_own.front().plan.next(true);
}

void FaultInjector::enter(Exchange &exchange)
{
    QList<Fault> faults;
    if (!m_plan.isEmpty())
        faults = m_plan.next(isExecution(exchange.request()));
    if (const auto header = api::headerValue(exchange.request().headers, "x-sandbox-fault")) {
        const auto own = ownFaults(*header);
        if (!own)
            return exchange.answer(badHeader(exchange.request(), own.error()));
        faults = *own;
    }
    faults.removeIf([&](const Fault &fault) { return !canStrike(fault, exchange.request()); });
    if (faults.isEmpty())
        return m_next(exchange);
    exchange.notes()->faults = faultText(FaultSpec {faults});
    const auto delay = delayOf(faults);
    if (delay.count() == 0)
        return proceed(exchange, faults, m_next);
    QTimer::singleShot(delay, Qt::PreciseTimer, &exchange,
        [&exchange, faults, next = m_next] { proceed(exchange, faults, next); });
}

} // namespace actionscope::sandbox
