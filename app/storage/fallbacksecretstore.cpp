// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/fallbacksecretstore.h"

#include "app/base/tr.h"
#include "app/base/whenready.h"
#include "app/storage/keychainsecretstore.h"
#include "app/storage/memorysecretstore.h"

#include <QPromise>

#include <utility>

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
{
    whenReady(m_keychain->read(QStringLiteral("probe")), this,
        [this](const Result<QByteArray> &probe) { choose(probe); });
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
    m_isChosen = true;
    const QList<std::function<void()>> waiting = std::exchange(m_waiting, {});
    for (const std::function<void()> &ask : waiting)
        ask();
    Q_EMIT chosen(m_current->kind());
}

template <typename T>
QFuture<Result<T>> FallbackSecretStore::whenChosen(std::function<QFuture<Result<T>>()> ask)
{
    if (m_isChosen)
        return ask();
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    m_waiting.append([this, promise, ask = std::move(ask)] {
        whenReady(ask(), this, [promise](const Result<T> &result) {
            promise->addResult(result);
            promise->finish();
        });
    });
    return promise->future();
}

QFuture<Result<QByteArray>> FallbackSecretStore::read(const QString &name)
{
    return whenChosen<QByteArray>([this, name] { return m_current->read(name); });
}

QFuture<Result<void>> FallbackSecretStore::write(const QString &name, const QByteArray &secret)
{
    return whenChosen<void>([this, name, secret] { return m_current->write(name, secret); });
}

QFuture<Result<void>> FallbackSecretStore::remove(const QString &name)
{
    return whenChosen<void>([this, name] { return m_current->remove(name); });
}

} // namespace actionscope::storage
