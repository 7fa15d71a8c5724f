// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/secretstore.h"

namespace actionscope::storage {

// The keychain of the person's desktop, under the service name "actionscope".
// Where it is destroyed before an answer came, the future is cancelled.
class KeychainSecretStore final : public SecretStore
{
    Q_OBJECT

public:
    explicit KeychainSecretStore(QObject *parent = nullptr);

    [[nodiscard]] Kind kind() const override { return Kind::Keychain; }
    QFuture<Result<QByteArray>> read(const QString &name) override;
    QFuture<Result<void>> write(const QString &name, const QByteArray &secret) override;
    QFuture<Result<void>> remove(const QString &name) override;
};

} // namespace actionscope::storage
