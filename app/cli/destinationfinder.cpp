// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/destinationfinder.h"

#include "app/api/apikey.h"
#include "app/base/tr.h"
#include "app/base/whenready.h"
#include "app/cli/modelkey.h"
#include "app/sandbox/sandbox.h"
#include "app/storage/keychainsecretstore.h"
#include "app/storage/settings.h"

#include <algorithm>

namespace actionscope::cli {

namespace {

// A bare address is a place of its own: it borrows neither version nor key from the current environment.
// Servers on this machine are sandboxes and speak v2; the live service answers only v3.1.
storage::Environment environmentAt(const QUrl &url)
{
    return {url.authority(), url.toString(), api::isOnThisMachine(url) ? api::ApiVersion::V2 : api::ApiVersion::V31};
}

// Written out, the address of a protected environment is no way around its protection.
bool isAddressProtected(const QUrl &url, const QString &configFolder)
{
    const storage::Settings settings(configFolder);
    const QList<storage::Environment> known = settings.environments();
    return std::any_of(known.cbegin(), known.cend(), [&](const storage::Environment &environment) {
        const auto address = api::parseBaseUrl(environment.baseUrl);
        return environment.isProtected && address && address->url == url;
    });
}

Result<storage::Environment> environmentNamed(const QString &name, const QList<storage::Environment> &known)
{
    QStringList names;
    for (const storage::Environment &environment : known) {
        if (environment.name == name)
            return environment;
        names.append(environment.name);
    }
    return failure(ErrorCode::NotFound, Tr::tr("There is no environment “%1”.").arg(name), {},
        Tr::tr("Known environments: %1.").arg(names.join(QStringLiteral(", "))));
}

Error noKey(const storage::Environment &environment)
{
    return {ErrorCode::NotFound, Tr::tr("There is no API key for %1.").arg(environment.name), {},
        Tr::tr("Set COMPOSIO_API_KEY, or name a file that holds the key with --api-key-file.")};
}

} // namespace

DestinationFinder::DestinationFinder(const CommonOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{
}

Result<storage::Environment> DestinationFinder::environment()
{
    storage::Environment environment;
    if (m_given) {
        environment = *m_given;
        if (m_options.baseUrl) {
            environment.baseUrl = m_options.baseUrl->url.toString();
            environment.isSandbox = false;
        }
        const auto address = api::parseBaseUrl(environment.baseUrl);
        environment.isProtected
            = environment.isProtected || (address && isAddressProtected(address->url, m_options.configFolder));
    } else if (m_options.baseUrl && m_options.environment.isEmpty()) {
        environment = environmentAt(m_options.baseUrl->url);
        environment.isProtected = isAddressProtected(m_options.baseUrl->url, m_options.configFolder);
    } else {
        const storage::Settings settings(m_options.configFolder);
        if (m_settingsTrouble.isEmpty()) // a damaged file is damaged once: opening moved it aside
            m_settingsTrouble = settings.trouble();
        const auto chosen = m_options.environment.isEmpty()
            ? Result<storage::Environment>(settings.currentEnvironment())
            : environmentNamed(m_options.environment, settings.environments());
        if (!chosen)
            return chosen;
        environment = *chosen;
        if (m_options.baseUrl) {
            environment.baseUrl = m_options.baseUrl->url.toString();
            environment.isSandbox = false;
        }
    }
    if (m_options.apiVersion)
        environment.apiVersion = *m_options.apiVersion;
    return environment;
}

void DestinationFinder::find()
{
    const auto chosen = environment();
    if (!chosen) {
        Q_EMIT failed(chosen.error());
        return;
    }
    if (chosen->isSandbox) {
        startSandbox(*chosen);
        return;
    }
    const auto url = api::parseBaseUrl(chosen->baseUrl);
    if (url)
        findKey(*chosen, url->url);
    else
        Q_EMIT failed(url.error());
}

void DestinationFinder::startSandbox(const storage::Environment &environment)
{
    auto *sandbox = new sandbox::Sandbox(this);
    connect(sandbox, &sandbox::Sandbox::started, this,
        [this, environment](const sandbox::SandboxAddress &address) {
            Q_EMIT found(environment, {address.url, address.apiKey});
        });
    connect(sandbox, &sandbox::Sandbox::failed, this, &DestinationFinder::failed);
    const auto model = sandbox::modelOptionsFromEnvironment();
    if (!model) {
        Q_EMIT failed(model.error());
        return;
    }
    withModelKey(*model, sandbox, [this, sandbox](const sandbox::ModelOptions &complete) {
        sandbox::SandboxOptions options;
        options.apiKey = m_options.apiKey;
        options.model = complete;
        sandbox->start(options);
    });
}

void DestinationFinder::findKey(const storage::Environment &environment, const QUrl &url)
{
    QByteArray key = m_options.apiKey;
    if (key.isEmpty() && !qEnvironmentVariableIsEmpty("COMPOSIO_API_KEY")) {
        const auto clean = api::cleanApiKey(qgetenv("COMPOSIO_API_KEY"));
        if (!clean) {
            Q_EMIT failed(clean.error());
            return;
        }
        key = *clean;
    }
    if (!key.isEmpty())
        Q_EMIT found(environment, {url, key});
    else
        askKeychain(environment, url);
}

void DestinationFinder::askKeychain(const storage::Environment &environment, const QUrl &url)
{
    auto *store = new storage::KeychainSecretStore(this);
    whenReady(store->read(environment.secretName()), this,
        [this, environment, url](const Result<QByteArray> &secret) {
            const auto key = secret.and_then([](const QByteArray &text) { return api::cleanApiKey(text); });
            if (key)
                Q_EMIT found(environment, {url, *key});
            else
                Q_EMIT failed(noKey(environment));
        });
}

} // namespace actionscope::cli
