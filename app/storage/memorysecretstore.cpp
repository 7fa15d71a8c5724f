// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/memorysecretstore.h"

#include "app/base/tr.h"

namespace actionscope::storage {

MemorySecretStore::MemorySecretStore(QObject *parent)
    : SecretStore(parent)
{
}

QFuture<Result<QByteArray>> MemorySecretStore::read(const QString &name)
{
    const auto found = m_secrets.constFind(name);
    if (found != m_secrets.cend())
        return QtFuture::makeReadyFuture(Result<QByteArray>(*found));
    return QtFuture::makeReadyFuture(Result<QByteArray>(
        failure(ErrorCode::NotFound, Tr::tr("No secret is stored under the name %1.").arg(name))));
}

QFuture<Result<void>> MemorySecretStore::write(const QString &name, const QByteArray &secret)
{
    m_secrets.insert(name, secret);
    return QtFuture::makeReadyFuture(Result<void>());
}

QFuture<Result<void>> MemorySecretStore::remove(const QString &name)
{
    m_secrets.remove(name);
    return QtFuture::makeReadyFuture(Result<void>());
}

} // namespace actionscope::storage
