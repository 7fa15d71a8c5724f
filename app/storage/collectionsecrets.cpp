// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/collectionsecrets.h"

#include "app/base/tr.h"
#include "app/storage/secretstore.h"

#include <QtGlobal>

namespace actionscope::storage {

namespace {

using Secrets = QList<SecretValue>;

} // namespace

QString collectionSecretName(const QString &collection, const QString &environment, const QString &secret)
{
    return QStringLiteral("collection/%1/%2/%3").arg(collection, environment, secret);
}

QString processVariableOf(const QString &secret)
{
    QString variable = QStringLiteral("ACTIONSCOPE_SECRET_");
    for (const QChar c : secret) {
        const bool isPlain = c.unicode() < 0x80 && c.isLetterOrNumber();
        variable += isPlain ? c : QLatin1Char('_');
    }
    return variable;
}

std::optional<SecretValue> secretFromProcess(const QString &secret)
{
    const QString variable = processVariableOf(secret);
    for (const QString &name : {variable, variable.toUpper()}) {
        if (const QByteArray value = qgetenv(name.toLatin1().constData()); !value.isEmpty())
            return SecretValue {secret, value, name};
    }
    return {};
}

QFuture<Secrets> readSecrets(SecretStore *store, const QString &collection, const CollectionEnvironment &environment)
{
    Secrets known;
    QFuture<Secrets> all = QtFuture::makeReadyFuture(Secrets());
    for (const QString &secret : environment.secrets) {
        if (const auto value = secretFromProcess(secret)) {
            known.append(*value);
            continue;
        }
        if (!store)
            continue;
        const QFuture<Result<QByteArray>> asked
            = store->read(collectionSecretName(collection, environment.name, secret));
        all = all.then([asked, secret](Secrets found) {
                     return QFuture<Result<QByteArray>>(asked).then([found, secret](const Result<QByteArray> &value) {
                         Secrets more = found;
                         if (value && !value->isEmpty())
                             more.append({secret, *value, Tr::tr("the keychain")});
                         return more;
                     });
                 }).unwrap();
    }
    return all.then([known](const Secrets &found) { return known + found; });
}

} // namespace actionscope::storage
