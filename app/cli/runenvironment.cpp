// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/runenvironment.h"

#include "app/api/apikey.h"
#include "app/base/tr.h"
#include "app/base/whenready.h"
#include "app/runner/collectionvariables.h"
#include "app/storage/keychainsecretstore.h"

namespace actionscope::cli {

RunEnvironment::RunEnvironment(const RunOptions &options, const runner::RunSources &sources, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_sources(sources)
{
}

// Why the environment that is asked for cannot be used; empty where it can, or is none of the collections'.
QString RunEnvironment::trouble() const
{
    const QString file = QStringLiteral("/environments/%1.json").arg(m_name);
    for (const storage::Collection &collection : m_sources.collections) {
        for (const storage::CollectionTrouble &one : collection.troubles) {
            if (!m_name.isEmpty() && one.path.endsWith(file))
                return QStringLiteral("%1: %2").arg(one.path, one.sentence);
        }
    }
    return {};
}

Result<storage::Environment> RunEnvironment::environment()
{
    m_name = m_options.common.environment;
    if (const QString sentence = trouble(); !sentence.isEmpty())
        return failure(ErrorCode::Unreadable, sentence);
    const storage::CollectionEnvironment *collected = nullptr;
    m_variables.clear();
    for (int i = 0; i < m_sources.collections.size(); ++i) {
        m_variables.append(variablesOf(i, {}));
        if (!collected)
            collected = runner::environmentNamed(m_sources.collections[i], m_name);
    }
    const bool hasAddress = collected && (!collected->baseUrl.isEmpty() || m_options.common.baseUrl);
    CommonOptions common = m_options.common;
    if (collected && !hasAddress) // it only sets variables; where to, the current environment says
        common.environment.clear();
    m_finder = new DestinationFinder(common, this);
    if (hasAddress) {
        if (const auto used = useCollectionEnvironment(*collected); !used)
            return Failure(used.error());
    }
    return m_finder->environment();
}

Result<void> RunEnvironment::useCollectionEnvironment(const storage::CollectionEnvironment &environment)
{
    const auto address = runner::resolvedBaseUrl(environment, m_variables.first());
    if (!address)
        return Failure(address.error());
    m_finder->use({environment.name, *address, environment.apiVersion, false, environment.isProtected});
    return {};
}

runner::Variables RunEnvironment::variablesOf(int collection, const QList<storage::SecretValue> &secrets) const
{
    const storage::Collection &of = m_sources.collections[collection];
    runner::Variables variables = runner::collectionVariables(of, runner::environmentNamed(of, m_name), secrets);
    variables.set(runner::Level::CommandLine, QStringLiteral("--var"), m_options.variables);
    return variables;
}

void RunEnvironment::find()
{
    m_store = new storage::KeychainSecretStore(this);
    readSecretsOf(0);
}

void RunEnvironment::readSecretsOf(int collection)
{
    if (collection == m_sources.collections.size()) {
        findDestination();
        return;
    }
    const storage::Collection &of = m_sources.collections[collection];
    const auto *environment = runner::environmentNamed(of, m_name);
    if (!environment || environment->secrets.isEmpty()) {
        readSecretsOf(collection + 1);
        return;
    }
    whenReady(storage::readSecrets(m_store, of.name, *environment), this,
        [this, collection](const QList<storage::SecretValue> &secrets) { takeSecrets(collection, secrets); });
}

void RunEnvironment::takeSecrets(int collection, const QList<storage::SecretValue> &secrets)
{
    m_variables[collection] = variablesOf(collection, secrets);
    m_variables[collection].addSecretsTo(m_redactor);
    for (const storage::SecretValue &secret : secrets) {
        m_redactor.addSecret(secret.name.toUtf8(), secret.value);
        const bool isKey = secret.name == QStringView(storage::apiKeySecret);
        if (isKey && m_options.common.apiKey.isEmpty())
            m_finder->setApiKey(api::cleanApiKey(secret.value).value_or(secret.value));
    }
    readSecretsOf(collection + 1);
}

void RunEnvironment::findDestination()
{
    connect(m_finder, &DestinationFinder::failed, this, &RunEnvironment::failed);
    connect(m_finder, &DestinationFinder::found, this,
        [this](const storage::Environment &environment, const executor::Destination &destination) {
            m_redactor.addSecret("apiKey", destination.apiKey);
            Q_EMIT ready(environment, destination);
        });
    m_finder->find();
}

} // namespace actionscope::cli
