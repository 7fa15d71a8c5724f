// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/keychainsecretstore.h"

#include "app/base/tr.h"

#include <QPromise>
#include <qt6keychain/keychain.h>

#include <functional>
#include <memory>

namespace actionscope::storage {

namespace {

const QString serviceName = QStringLiteral("actionscope");

Failure failureOf(const QKeychain::Job *job)
{
    if (job->error() == QKeychain::EntryNotFound) {
        return failure(
            ErrorCode::NotFound, Tr::tr("The keychain holds no secret under the name %1.").arg(job->key()));
    }
    QString reason = job->errorString().trimmed();
    while (reason.endsWith(QLatin1Char('.')))
        reason.chop(1);
    if (reason.isEmpty())
        reason = Tr::tr("it gives no reason (code %1)").arg(int(job->error()));
    return failure(ErrorCode::Unavailable, Tr::tr("The keychain cannot be reached: %1.").arg(reason),
        QStringLiteral("QtKeychain error %1").arg(int(job->error())),
        Tr::tr("Start and unlock the keychain of the desktop, such as GNOME Keyring or KWallet."));
}

// Starts the job, which deletes itself when done, and turns its end into a value.
template <typename T>
QFuture<Result<T>> started(QKeychain::Job *job, const QString &name, std::function<Result<T>()> outcome)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QObject::connect(job, &QKeychain::Job::finished, job, [promise, outcome = std::move(outcome)] {
        promise->addResult(outcome());
        promise->finish();
    });
    job->setInsecureFallback(false);
    job->setKey(name);
    job->start();
    return promise->future();
}

} // namespace

KeychainSecretStore::KeychainSecretStore(QObject *parent)
    : SecretStore(parent)
{
}

QFuture<Result<QByteArray>> KeychainSecretStore::read(const QString &name)
{
    auto *job = new QKeychain::ReadPasswordJob(serviceName, this);
    return started<QByteArray>(job, name, [job]() -> Result<QByteArray> {
        if (job->error() != QKeychain::NoError)
            return failureOf(job);
        return job->binaryData();
    });
}

QFuture<Result<void>> KeychainSecretStore::write(const QString &name, const QByteArray &secret)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName, this);
    job->setBinaryData(secret);
    return started<void>(job, name, [job]() -> Result<void> {
        if (job->error() != QKeychain::NoError)
            return failureOf(job);
        return {};
    });
}

QFuture<Result<void>> KeychainSecretStore::remove(const QString &name)
{
    auto *job = new QKeychain::DeletePasswordJob(serviceName, this);
    return started<void>(job, name, [job]() -> Result<void> {
        // What is not there need not be removed.
        if (job->error() != QKeychain::NoError && job->error() != QKeychain::EntryNotFound)
            return failureOf(job);
        return {};
    });
}

} // namespace actionscope::storage
