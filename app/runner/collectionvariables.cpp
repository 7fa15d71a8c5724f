// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/collectionvariables.h"

#include "app/base/tr.h"
#include "app/runner/substitution.h"

#include <algorithm>

namespace actionscope::runner {

namespace {

QString inBraces(const QString &name) { return QStringLiteral("{{%1}}").arg(name); }

void addHints(const storage::Collection &collection, const storage::CollectionEnvironment *chosen, Variables &variables)
{
    for (const storage::CollectionEnvironment &other : collection.environments) {
        QStringList names = other.secrets;
        for (const storage::Variable &variable : other.variables)
            names.append(variable.name);
        for (const QString &name : std::as_const(names))
            variables.setHint(name, Tr::tr("%1 is set by the environment “%2”, which is not the one in use.").arg(inBraces(name), other.name));
    }
    for (const QString &name : chosen ? chosen->secrets : QStringList()) {
        variables.setHint(name, Tr::tr("%1 is a secret of the environment “%2” and has no value: set %3, or put it into the keychain.")
                                    .arg(inBraces(name), chosen->name, storage::processVariableOf(name)));
    }
}

} // namespace

Variables collectionVariables(const storage::Collection &collection,
    const storage::CollectionEnvironment *environment, const QList<storage::SecretValue> &secrets)
{
    Variables variables;
    variables.set(Level::Collection, QStringLiteral("collection.json"), collection.variables);
    addHints(collection, environment, variables);
    if (environment) {
        variables.set(Level::Environment, QStringLiteral("environments/%1.json").arg(environment->name),
            environment->variables);
        QStringList names = environment->secrets;
        names.removeAll(QString::fromUtf16(storage::apiKeySecret));
        variables.declareSecrets(names);
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
