// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/collectionvariables.h"

#include "app/runner/substitution.h"

#include <algorithm>

namespace actionscope::runner {

Variables collectionVariables(const storage::Collection &collection,
    const storage::CollectionEnvironment *environment, const QList<storage::SecretValue> &secrets)
{
    Variables variables;
    variables.set(Level::Collection, QStringLiteral("collection.json"), collection.variables);
    if (environment) {
        variables.set(Level::Environment, QStringLiteral("environments/%1.json").arg(environment->name),
            environment->variables);
    }
    for (const storage::SecretValue &secret : secrets) {
        if (secret.name != QStringView(storage::apiKeySecret))
            variables.setSecret(secret.source, secret.name, QString::fromUtf8(secret.value));
    }
    return variables;
}

const storage::CollectionEnvironment *environmentNamed(const storage::Collection &collection, const QString &name)
{
    const auto at = std::find_if(collection.environments.cbegin(), collection.environments.cend(),
        [&](const storage::CollectionEnvironment &each) { return each.name == name; });
    return at == collection.environments.cend() ? nullptr : &*at;
}

Result<QString> resolvedBaseUrl(const storage::CollectionEnvironment &environment, const Variables &variables)
{
    const auto url = substitutedText(environment.baseUrl, variables, QStringLiteral("baseUrl"));
    if (!url.isComplete())
        return failure(ErrorCode::InvalidInput, url.troubles.first().sentence);
    return url.result;
}

} // namespace actionscope::runner
