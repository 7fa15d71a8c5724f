// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/fallbacksecretstore.h"

#include "app/base/tr.h"
#include "app/storage/keychainsecretstore.h"
#include "app/storage/memorysecretstore.h"

namespace actionscope::storage {

FallbackSecretStore::FallbackSecretStore(QObject *parent)
    : FallbackSecretStore(std::make_unique<KeychainSecretStore>(), parent)
{
}

FallbackSecretStore::FallbackSecretStore(std::unique_ptr<SecretStore> keychain, QObject *parent)
    : SecretStore(parent)
    , m_keychain(std::move(keychain))
    , m_memory(std::make_unique<MemorySecretStore>())
    , m_current(m_keychain.get())
    , m_ready(m_keychain->read(QStringLiteral("probe")).then(this, [this](const Result<QByteArray> &probe) {
        choose(probe);
    }))
{
}

FallbackSecretStore::~FallbackSecretStore() = default;

void FallbackSecretStore::choose(const Result<QByteArray> &probe)
{
    // That there is no such secret is an answer of a keychain that works.
    if (!probe && probe.error().code != ErrorCode::NotFound) {
        m_current = m_memory.get();
        QString reason = probe.error().sentence;
        while (reason.endsWith(QLatin1Char('.')))
            reason.chop(1);
        m_trouble = Tr::tr("%1; keys are kept in memory until the program ends.").arg(reason);
    }
    Q_EMIT chosen(m_current->kind());
}

QFuture<Result<QByteArray>> FallbackSecretStore::read(const QString &name)
{
    return m_ready.then(this, [this, name] { return m_current->read(name); }).unwrap();
}

QFuture<Result<void>> FallbackSecretStore::write(const QString &name, const QByteArray &secret)
{
    return m_ready.then(this, [this, name, secret] { return m_current->write(name, secret); }).unwrap();
}

QFuture<Result<void>> FallbackSecretStore::remove(const QString &name)
{
    return m_ready.then(this, [this, name] { return m_current->remove(name); }).unwrap();
}

} // namespace actionscope::storage
