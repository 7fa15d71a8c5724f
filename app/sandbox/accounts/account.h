// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace actionscope::sandbox {

// One user's connection to one app. v1 and v2 know it by a UUID, v3 by a short id; both are accepted everywhere.
struct Account
{
    QString uuid;
    QString shortId; // ca_…
    QString appKey;
    QString user; // the entity id
    QString status; // ACTIVE, EXPIRED, INITIATED, FAILED
    QString configUuid; // of the auth config it was made with
    QString scheme; // OAUTH2, API_KEY, …
    QByteArray connection = QByteArrayLiteral("{}"); // a JSON object: access_token, api_key, … as the scheme has them
    QStringList labels;
    QString linkToken; // of the page that finishes the connection; empty where there is none
    QDateTime linkExpiresAt;
    QString callbackUrl; // where that page leads back to
    QDateTime createdAt;
    QDateTime updatedAt;
    bool isDisabled = false;
    bool isDeleted = false;

    [[nodiscard]] bool isUsable() const { return status == QLatin1String("ACTIVE") && !isDisabled && !isDeleted; }
    // v3 has a status for what v1 and v2 say with a flag.
    [[nodiscard]] QString newStatus() const { return isDisabled ? QStringLiteral("INACTIVE") : status; }
    bool operator==(const Account &) const = default;
};

// How an app is connected: v1 and v2 call it an integration, v3 an auth config.
struct AuthConfig
{
    QString uuid;
    QString shortId; // ac_…
    QString appKey;
    QString name;
    QString authScheme;
    QByteArray credentials = QByteArrayLiteral("{}"); // client id, secret, scopes: a JSON object as it was given
    QDateTime createdAt;
    QDateTime updatedAt;
    bool isManaged = true; // with the service's own client id, not the customer's
    bool isDisabled = false;
    bool isDeleted = false;

    bool operator==(const AuthConfig &) const = default;
};

// As the state keeps them.
[[nodiscard]] QByteArray toRecord(const Account &account);
[[nodiscard]] QByteArray toRecord(const AuthConfig &config);
void readRecord(const json::Value &record, Account *account);
void readRecord(const json::Value &record, AuthConfig *config);

// The members a connection of this scheme is made of, such as {"username", "password"}.
[[nodiscard]] QStringList credentialNames(const QString &authScheme);
// Every text in it but the first four characters of each hidden.
[[nodiscard]] QByteArray maskedCredentials(const QByteArray &credentials);

} // namespace actionscope::sandbox
