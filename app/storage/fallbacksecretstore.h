// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/secretstore.h"

#include <QList>

#include <functional>
#include <memory>

namespace actionscope::storage {

// The keychain where it works, else memory. Asks the keychain for something harmless when it is made; what is asked
// of the store meanwhile waits for that answer without blocking anybody.
class FallbackSecretStore final : public SecretStore
{
    Q_OBJECT

public:
    explicit FallbackSecretStore(QObject *parent = nullptr);
    // With another store in the keychain's place.
    explicit FallbackSecretStore(std::unique_ptr<SecretStore> keychain, QObject *parent = nullptr);
    ~FallbackSecretStore() override;

    // Keychain until it is known not to work.
    [[nodiscard]] Kind kind() const override { return m_current->kind(); }
    // Why secrets are kept in memory only, as a sentence to show; empty while they are not.
    [[nodiscard]] QString trouble() const { return m_trouble; }

    QFuture<Result<QByteArray>> read(const QString &name) override;
    QFuture<Result<void>> write(const QString &name, const QByteArray &secret) override;
    QFuture<Result<void>> remove(const QString &name) override;

Q_SIGNALS:
    // Once, when it is known where secrets go; trouble() is set by then.
    void chosen(actionscope::storage::SecretStore::Kind kind);

private:
    void choose(const Result<QByteArray> &probe);
    // Asks the store in use, or waits until there is one. Not a chain of futures: each takes one continuation only.
    template <typename T> QFuture<Result<T>> whenChosen(std::function<QFuture<Result<T>>()> ask);

    std::unique_ptr<SecretStore> m_keychain;
    std::unique_ptr<SecretStore> m_memory;
    SecretStore *m_current = nullptr;
    QString m_trouble;
    bool m_isChosen = false;
    QList<std::function<void()>> m_waiting; // asked for before it was chosen
};

} // namespace actionscope::storage
