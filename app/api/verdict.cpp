// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/verdict.h"

#include "app/base/tr.h"

namespace actionscope::api {

namespace {

constexpr Verdict allVerdicts[] = {Verdict::Successful, Verdict::ActionRefused, Verdict::ServiceRefused,
    Verdict::NoUsableAnswer, Verdict::OutcomeUnknown, Verdict::Cancelled};

} // namespace

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Successful:
        return QStringLiteral("successful");
    case Verdict::ActionRefused:
        return QStringLiteral("actionRefused");
    case Verdict::ServiceRefused:
        return QStringLiteral("serviceRefused");
    case Verdict::NoUsableAnswer:
        return QStringLiteral("noUsableAnswer");
    case Verdict::OutcomeUnknown:
        return QStringLiteral("outcomeUnknown");
    case Verdict::Cancelled:
        return QStringLiteral("cancelled");
    }
    return {};
}

std::optional<Verdict> verdictFromName(QStringView name)
{
    for (const Verdict verdict : allVerdicts) {
        if (verdictName(verdict) == name)
            return verdict;
    }
    return {};
}

QString verdictTitle(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Successful:
        return Tr::tr("Successful");
    case Verdict::ActionRefused:
        return Tr::tr("The action said no");
    case Verdict::ServiceRefused:
        return Tr::tr("The service refused");
    case Verdict::NoUsableAnswer:
        return Tr::tr("No usable answer");
    case Verdict::OutcomeUnknown:
        return Tr::tr("Outcome unknown");
    case Verdict::Cancelled:
        return Tr::tr("Cancelled");
    }
    return {};
}

} // namespace actionscope::api
