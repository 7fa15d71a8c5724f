// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/secretstore.h"

#include <QHash>

namespace actionscope::storage {

// Secrets for as long as the program runs.
class MemorySecretStore final : public SecretStore
{
    Q_OBJECT

public:
    explicit MemorySecretStore(QObject *parent = nullptr);

    [[nodiscard]] Kind kind() const override { return Kind::Memory; }
    QFuture<Result<QByteArray>> read(const QString &name) override;
    QFuture<Result<void>> write(const QString &name, const QByteArray &secret) override;
    QFuture<Result<void>> remove(const QString &name) override;

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace actionscope::storage
