// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

#include <QLocale>

#include <cstdlib>

namespace actionscope::diagnosis::rules {

namespace {

constexpr qint64 much = 5 * 60; // seconds; signed sign-ins usually allow as much

QDateTime dateOf(const Facts &facts)
{
    const auto header = api::headerValue(facts.exchange.answer.headers, "date");
    if (!header)
        return {};
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(header->trimmed()), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date;
}

} // namespace

Claim clockSkew(const Facts &facts)
{
    const QDateTime date = dateOf(facts);
    const QDateTime &here = facts.around.receivedAt;
    if (!facts.isRefused() || facts.status() != 401 || !date.isValid() || !here.isValid() || std::abs(date.secsTo(here)) < much)
        return {};
    const qint64 minutes = std::abs(date.secsTo(here)) / 60;
    Diagnosis diagnosis {QStringLiteral("clock.skew"),
        date < here ? Tr::tr("This computer's clock is %1 minutes ahead of the service's. Signed and time-limited keys are refused then.").arg(minutes)
                    : Tr::tr("This computer's clock is %1 minutes behind the service's. Signed and time-limited keys are refused then.").arg(minutes)};
    diagnosis.confidence = Confidence::Possible;
    diagnosis.evidence = {headerEvidence(facts, "date"),
        phaseEvidence(QStringLiteral("receive"), Tr::tr("here it was %1").arg(here.toUTC().toString(Qt::ISODate))), statusEvidence(facts)};
    diagnosis.tries = {advice(Tr::tr("Set this computer's clock by the network's time.")),
        {TryKind::OpenEnvironment, Tr::tr("If the clock is right, check the key.")}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
