// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/replayterms.h"

#include "app/api/baseurl.h"
#include "app/base/tr.h"

namespace actionscope::workspace {

ReplaySource redirected(ReplaySource source, const ReplayTerms &terms)
{
    if (terms.entityId) {
        const bool isOther = *terms.entityId != source.request.entityId;
        source.request.entityId = *terms.entityId;
        if (isOther && !terms.connectedAccountId && !source.request.connectedAccountId.isEmpty()) {
            source.request.connectedAccountId.clear();
            source.notes.append(Tr::tr("The recorded connectedAccountId was left out, as the entity is another one."));
        }
    }
    if (terms.connectedAccountId)
        source.request.connectedAccountId = *terms.connectedAccountId;
    return source;
}

Result<void> checkSendable(const ReplaySource &source)
{
    const auto problems = api::findProblems(source.request);
    if (!problems.isEmpty()) {
        return failure(ErrorCode::InvalidInput, QStringLiteral("%1: %2").arg(source.name, problems.first().sentence), {},
            Tr::tr("Nothing was sent."));
    }
    return {};
}

QString recordedElsewhere(const ReplaySource &source, const storage::Environment &environment)
{
    // A sandbox gets another port each time.
    const bool isSandboxAgain = environment.isSandbox && api::isOnThisMachine(QUrl(source.baseUrl));
    if (source.baseUrl.isEmpty() || source.baseUrl == environment.baseUrl || isSandboxAgain)
        return {};
    return Tr::tr("%1 was recorded at %2 and is sent to %3.")
        .arg(source.name, source.baseUrl, environment.baseUrl.isEmpty() ? environment.name : environment.baseUrl);
}

bool asksBeforeReplay(const storage::Environment &environment, api::ActionEffect effect, int executions)
{
    const bool isHarmless = environment.isSandbox || (!environment.isProtected && !api::isChanging(effect));
    return !isHarmless && (executions > 1 || api::isChanging(effect));
}

} // namespace actionscope::workspace
