// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim keyKind(const Facts &facts)
{
    const bool isOther = facts.around.key == KeyKind::Consumer || facts.around.key == KeyKind::User;
    if (!facts.isRefused() || !isOther || (facts.status() != 401 && facts.status() != 403))
        return {};
    const bool isConsumer = facts.around.key == KeyKind::Consumer;
    Diagnosis diagnosis {isConsumer ? QStringLiteral("key.consumer") : QStringLiteral("key.user"),
        isConsumer ? Tr::tr("The key is a consumer key for MCP; executions want the key of a project.")
                   : Tr::tr("The key is a person's own key; executions want the key of a project.")};
    diagnosis.confidence = Confidence::Likely;
    diagnosis.evidence = {{EvidenceKind::Header, Side::Request, QStringLiteral("x-api-key"),
                              Tr::tr("the key begins with %1").arg(isConsumer ? QStringLiteral("ck_") : QStringLiteral("uak_"))},
        statusEvidence(facts)};
    diagnosis.tries = {{TryKind::OpenEnvironment, Tr::tr("Enter a project key; most begin with ak_.")}};
    addServiceAdvice(facts, diagnosis);
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
