// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim pathOrder(const Facts &facts)
{
    const QList<QByteArray> parts = facts.exchange.request.path.split('?').first().split('/');
    const qsizetype tools = parts.indexOf("tools");
    const bool isTurned = tools > 0 && parts.value(tools + 2) == "execute" && parts.value(tools + 1) != "execute";
    if (!isTurned || !facts.isRefused() || facts.status() != 404)
        return {};
    Diagnosis diagnosis {QStringLiteral("request.pathOrder"),
        Tr::tr("The path has its parts in the wrong order: v3 executes at /tools/execute/{slug}, not at /tools/{slug}/execute.")};
    diagnosis.evidence = {pathEvidence(facts), statusEvidence(facts)};
    diagnosis.tries = {advice(Tr::tr("Send it to %1/tools/execute/%2.")
                                  .arg(QString::fromLatin1(parts.first(tools).join('/')), QString::fromUtf8(parts.value(tools + 1))))};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
