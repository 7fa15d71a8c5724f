// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/collection.h"

#include <QFuture>

namespace actionscope::storage {

class SecretStore;

// A secret of a collection's environment with its value, for as long as a run needs it.
struct SecretValue
{
    QString name; // as environments/NAME.json lists it
    QByteArray value; // UTF-8
    QString source; // where it was found: "ACTIONSCOPE_SECRET_TOKEN", "the keychain"

    bool operator==(const SecretValue &) const = default;
};

// The secret requests are sent with.
inline constexpr char16_t apiKeySecret[] = u"apiKey";

// What a secret is called in the keychain. By the collection's name, so that every clone of it finds the same.
[[nodiscard]] QString collectionSecretName(
    const QString &collection, const QString &environment, const QString &secret);
// The variable of the process that may hold it, ACTIONSCOPE_SECRET_<NAME>; what cannot be in such a name becomes '_'.
[[nodiscard]] QString processVariableOf(const QString &secret);

[[nodiscard]] std::optional<SecretValue> secretFromProcess(const QString &secret);

// All secrets of an environment that have a value: from the process first, as in CI, else from the store. What is
// missing is left out; it is an undefined name to whoever uses it.
[[nodiscard]] QFuture<QList<SecretValue>> readSecrets(
    SecretStore *store, const QString &collection, const CollectionEnvironment &environment);

} // namespace actionscope::storage
