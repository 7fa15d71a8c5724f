// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/runenvironment.h"

#include "app/api/apikey.h"
#include "app/base/tr.h"
#include "app/base/whenready.h"
#include "app/runner/substitution.h"
#include "app/storage/keychainsecretstore.h"

#include <algorithm>

namespace actionscope::cli {

namespace {

const QString keyName = QStringLiteral("apiKey"); // among an environment's secrets: the key of the service

QByteArray environmentVariable(const QString &name)
{
    return qgetenv(("ACTIONSCOPE_SECRET_" + name.toUtf8()).constData());
}

const storage::CollectionEnvironment *environmentOf(const storage::Collection &collection, const QString &name)
{
    const auto at = std::find_if(collection.environments.cbegin(), collection.environments.cend(),
        [&](const storage::CollectionEnvironment &one) { return one.name == name; });
    return at == collection.environments.cend() ? nullptr : &*at;
}

} // namespace

QString keychainName(const QString &environment, const QString &variable)
{
    return QStringLiteral("secret/%1/%2").arg(environment, variable);
}

RunEnvironment::RunEnvironment(const RunOptions &options, const runner::RunSources &sources, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_sources(sources)
{
}

const storage::CollectionEnvironment *RunEnvironment::chosen(const QString &name) const
{
    for (const storage::Collection &collection : m_sources.collections) {
        if (const auto *environment = environmentOf(collection, name))
            return environment;
    }
    return nullptr;
}

Result<storage::Environment> RunEnvironment::environment()
{
    m_environmentName = m_options.common.environment;
    const auto *collected = chosen(m_environmentName);
    for (const storage::Collection &collection : m_sources.collections) {
        const QString file = QStringLiteral("/environments/%1.json").arg(m_environmentName);
        for (const storage::CollectionTrouble &trouble : collection.troubles) {
            if (!m_environmentName.isEmpty() && trouble.path.endsWith(file))
                return failure(ErrorCode::Unreadable, Tr::tr("%1: %2").arg(trouble.path, trouble.sentence));
        }
    }
    gatherVariables();
    // An environment of a collection without an address only sets variables: where to, others say.
    if (collected && collected->baseUrl.isEmpty() && !m_options.common.baseUrl)
        m_options.common.environment.clear();
    m_finder = new DestinationFinder(m_options.common, this);
    if (collected && (!collected->baseUrl.isEmpty() || m_options.common.baseUrl)) {
        if (const auto used = useCollectionEnvironment(*collected); !used)
            return Failure(used.error());
    }
    return m_finder->environment();
}

Result<void> RunEnvironment::useCollectionEnvironment(const storage::CollectionEnvironment &environment)
{
    const auto address = runner::substitutedText(environment.baseUrl, m_variables.value(0), QStringLiteral("baseUrl"));
    if (!address.isComplete())
        return failure(ErrorCode::InvalidInput, address.troubles.first().sentence);
    m_finder->use({environment.name, address.result, environment.apiVersion, false, environment.isProtected});
    return {};
}

void RunEnvironment::gatherVariables()
{
    m_variables.clear();
    m_secretsLeft.clear();
    for (const storage::Collection &collection : m_sources.collections) {
        runner::Variables variables;
        variables.set(runner::Level::Collection, QStringLiteral("collection.json"), collection.variables);
        if (const auto *environment = environmentOf(collection, m_environmentName)) {
            variables.set(runner::Level::Environment, QStringLiteral("environments/%1.json").arg(environment->name),
                environment->variables);
            m_secretsLeft += environment->secrets;
        }
        variables.set(runner::Level::CommandLine, QStringLiteral("--var"), m_options.variables);
        m_variables.append(variables);
    }
    m_secretsLeft.removeDuplicates();
}

void RunEnvironment::find()
{
    readNextSecret();
}

void RunEnvironment::readNextSecret()
{
    while (!m_secretsLeft.isEmpty()) {
        const QString name = m_secretsLeft.takeFirst();
        const QByteArray value = environmentVariable(name);
        if (!value.isEmpty()) {
            keepSecret(name, value, QStringLiteral("ACTIONSCOPE_SECRET_") + name);
        } else if (name != keyName) { // the finder asks the keychain for the key
            auto *store = new storage::KeychainSecretStore(this);
            whenReady(store->read(keychainName(m_environmentName, name)), this,
                [this, name](const Result<QByteArray> &secret) {
                    if (secret)
                        keepSecret(name, *secret, Tr::tr("keychain"));
                    readNextSecret();
                });
            return;
        }
    }
    findDestination();
}

void RunEnvironment::keepSecret(const QString &name, const QByteArray &value, const QString &source)
{
    m_redactor.addSecret(name.toUtf8(), value);
    if (name == keyName) {
        if (m_options.common.apiKey.isEmpty()) {
            const auto key = api::cleanApiKey(value);
            m_finder->setApiKey(key ? *key : value);
        }
        return;
    }
    for (runner::Variables &variables : m_variables)
        variables.setSecret(source, name, QString::fromUtf8(value));
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
