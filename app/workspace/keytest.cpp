// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/keytest.h"

#include "app/api/apikey.h"
#include "app/api/baseurl.h"
#include "app/base/tr.h"
#include "app/base/whenready.h"
#include "app/catalog/identityprobe.h"

namespace actionscope::workspace {

QString sentenceOf(const api::Identity &identity)
{
    QStringList words;
    words.append(identity.project.isEmpty() ? Tr::tr("The key is good.")
                                            : Tr::tr("The key is good, for the project %1.").arg(identity.project));
    if (!identity.plan.isEmpty())
        words.append(Tr::tr("Plan: %1.").arg(identity.plan));
    if (!identity.email.isEmpty())
        words.append(Tr::tr("Account: %1.").arg(identity.email));
    return words.join(QLatin1Char(' '));
}

KeyTest::KeyTest(storage::SecretStore *secrets, executor::Executor *executor, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_executor(executor)
{
}

void KeyTest::start(
    const storage::Environment &environment, const QString &storedName, const QByteArray &typedKey)
{
    ++m_attempt;
    const Result<api::BaseUrl> address = api::parseBaseUrl(environment.baseUrl);
    if (!address) {
        Q_EMIT finished(Failure(address.error()));
        return;
    }
    if (!typedKey.isEmpty()) {
        probe(address->url, environment.apiVersion, api::cleanApiKey(typedKey));
        return;
    }
    if (storedName.isEmpty()) {
        Q_EMIT finished(failure(
            ErrorCode::InvalidInput, Tr::tr("There is no key to test."), {}, Tr::tr("Type the key first.")));
        return;
    }
    whenReady(m_secrets->read(storedName), this,
        [this, url = address->url, version = environment.apiVersion, attempt = m_attempt](
            const Result<QByteArray> &secret) {
            if (attempt != m_attempt)
                return;
            if (!secret && secret.error().code == ErrorCode::NotFound) {
                Q_EMIT finished(failure(ErrorCode::NotFound, Tr::tr("No key is stored for this environment."),
                    {}, Tr::tr("Type the key first.")));
                return;
            }
            probe(
                url, version, secret.and_then([](const QByteArray &text) { return api::cleanApiKey(text); }));
        });
}

void KeyTest::probe(const QUrl &url, api::ApiVersion version, const Result<QByteArray> &key)
{
    if (!key) {
        Q_EMIT finished(Failure(key.error()));
        return;
    }
    auto *probe = new catalog::IdentityProbe(m_executor, {url, *key}, version, this);
    connect(probe, &catalog::IdentityProbe::finished, this,
        [this, probe, attempt = m_attempt](const Result<api::Identity> &identity) {
            probe->deleteLater();
            if (attempt == m_attempt)
                Q_EMIT finished(identity);
        });
    probe->start();
}

} // namespace actionscope::workspace
