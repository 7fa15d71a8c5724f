// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/executionguard.h"

#include "app/base/tr.h"
#include "app/workspace/connectionadvice.h"

namespace actionscope::workspace {

namespace {

// v2 takes the entity "default" where nothing is said, v3 nobody.
QString actorOf(
    const api::ExecuteRequest &request, const storage::Environment &environment, const catalog::Catalog &catalog)
{
    QString entity = request.entityId;
    if (!request.authConfig.trimmed().isEmpty()) {
        return entity.isEmpty() ? Tr::tr("with the credentials of authConfig")
                                : Tr::tr("as the entity “%1” with the credentials of authConfig").arg(entity);
    }
    const bool isNamed = !entity.isEmpty() || !request.connectedAccountId.isEmpty();
    if (!isNamed && environment.apiVersion == api::ApiVersion::V2)
        entity = QStringLiteral("default");
    if (entity.isEmpty() && request.connectedAccountId.isEmpty())
        return Tr::tr("for no entity");
    if (request.connectedAccountId.isEmpty()) {
        const auto picked = pickedAccount(catalog, request, environment.apiVersion);
        return picked
            ? Tr::tr("as the entity “%1” with the account %2, which the service picks").arg(entity, picked->id)
            : Tr::tr("as the entity “%1”").arg(entity);
    }
    if (entity.isEmpty())
        return Tr::tr("with the account %1").arg(request.connectedAccountId);
    return Tr::tr("as the entity “%1” with the account %2").arg(entity, request.connectedAccountId);
}

} // namespace

bool needsConsent(const storage::Environment &environment, api::ActionEffect effect)
{
    return environment.isProtected && api::isChanging(effect);
}

QString consequenceOf(const api::ExecuteRequest &request, const storage::Environment &environment,
    api::ActionEffect effect, const catalog::Catalog &catalog)
{
    const QString place = environment.baseUrl.isEmpty() || environment.baseUrl == environment.name
        ? environment.name
        : QStringLiteral("%1 (%2)").arg(environment.name, environment.baseUrl);
    //: An action's id, what it does, for whom, and where.
    return Tr::tr("%1 %2 %3, on %4.")
        .arg(request.actionId, api::effectSentence(effect), actorOf(request, environment, catalog), place);
}

} // namespace actionscope::workspace
