// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

namespace {

Try useVersion(const QString &version, const QString &sentence)
{
    return {TryKind::UseVersion, sentence, {{QStringLiteral("version"), version}}};
}

} // namespace

Claim actionVersion(const Facts &facts)
{
    const bool isMissing = facts.isRefused() && facts.service.kind == ServiceTrouble::ActionNotFound;
    const QString sent = facts.toolVersion.text();
    const bool isDefaulted = sent.isEmpty() && facts.version == api::ApiVersion::V3;
    const bool isPinned = !sent.isEmpty() && !sent.startsWith(QLatin1String("latest"));
    const bool isSpeltRight = !facts.isV3() || facts.actionId == facts.actionId.toUpper();
    const api::ActionInfo *known = facts.action();
    if (!isMissing || !(isDefaulted || isPinned) || !isSpeltRight || (known && known->isDeprecated))
        return {};
    Diagnosis diagnosis {QStringLiteral("action.version"),
        isPinned ? Tr::tr("The action is not known in the version that was asked for, %1. It may exist in another.").arg(sent)
                 : Tr::tr("v3 looks in version 00000000_00 where none is named, and newer actions are not in it.")};
    diagnosis.evidence = errorEvidence(facts);
    if (isPinned)
        diagnosis.evidence.append(sentEvidence(facts.toolVersion));
    else
        diagnosis.evidence.append(pathEvidence(facts));
    diagnosis.confidence = known ? Confidence::Likely : Confidence::Possible;
    if (known && !known->availableVersions.isEmpty()) {
        diagnosis.evidence.append(catalogEvidence(
            known->id, Tr::tr("the catalogue has the versions %1").arg(known->availableVersions.join(QStringLiteral(", ")))));
    }
    diagnosis.tries = {useVersion(QStringLiteral("latest"), Tr::tr("Ask for the latest version."))};
    if (facts.version == api::ApiVersion::V3)
        diagnosis.tries.append({TryKind::SwitchApi, Tr::tr("Use v3.1, which takes the latest version by itself."), {{QStringLiteral("api"), QStringLiteral("v3.1")}}});
    diagnosis.tries.append({TryKind::ReadCatalog, Tr::tr("Read the catalogue anew and check the id."), {}});
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
