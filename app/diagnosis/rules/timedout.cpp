// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

namespace {

struct Stage
{
    const char *cause;
    const char *phase;
    const char *sentence;
};

// The last thing that happened tells what was being waited for.
Stage stageOf(const api::Exchange &exchange)
{
    const api::Timings &timings = exchange.timings;
    const bool hasAnswer = timings.firstByte >= 0 || exchange.answer.status > 0;
    if (hasAnswer)
        return {"timeout.receive", "receive",
            QT_TRANSLATE_NOOP("Actionscope", "The answer began and was not complete in time: it is large, or the service sends it slowly.")};
    if (timings.requestSent >= 0 || exchange.fault->requestHadLeft)
        return {"timeout.answer", "wait",
            QT_TRANSLATE_NOOP("Actionscope", "The service took the request and did not answer in time. The action may still be running.")};
    if (timings.connected >= 0 || timings.encrypted >= 0)
        return {"timeout.send", "send",
            QT_TRANSLATE_NOOP("Actionscope", "The request could not be sent in time: the line is slow, or the service stopped reading.")};
    return {"timeout.connect", "connect",
        QT_TRANSLATE_NOOP("Actionscope", "No connection came about in time: a firewall drops it, or the host is down.")};
}

} // namespace

Claim timedOut(const Facts &facts)
{
    if (!facts.hasFault(api::FaultKind::TimedOut))
        return {};
    const Stage stage = stageOf(facts.exchange);
    Diagnosis diagnosis {QLatin1String(stage.cause), Tr::tr(stage.sentence)};
    diagnosis.evidence = {phaseEvidence(QLatin1String(stage.phase), facts.exchange.fault->sentence)};
    if (facts.exchange.fault->requestHadLeft) {
        diagnosis.tries = {advice(Tr::tr("Look whether the action has happened before executing it again.")),
            {TryKind::RaiseTimeout, Tr::tr("Give the action more time."), {{QStringLiteral("seconds"), QStringLiteral("600")}}}};
    } else {
        diagnosis.tries = {{TryKind::SendAgain, Tr::tr("Execute again; the request had not left.")},
            {TryKind::OpenEnvironment, Tr::tr("Check host and port of the base URL.")}};
    }
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
