// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"
#include "app/sandbox/upstream/upstreamcall.h"

#include <QByteArrayList>
#include <QList>
#include <QString>

namespace actionscope::sandbox {

struct App;

// One part of a request that proves who sends it.
struct CredentialParameter
{
    QString name;
    QString place; // "header" or "query"
    QString value;

    bool operator==(const CredentialParameter &) const = default;
};

// What a connected account, or an authConfig in its place, adds to a call.
struct Credentials
{
    QString baseUrl; // what a relative address is relative to; may be empty
    QList<CredentialParameter> parameters = {};
    QByteArray body = {}; // a JSON object whose members go into the request's own; may be empty

    // What a request has by that name already stays.
    void addTo(UpstreamRequest *request) const;
    // What must not stand in a log: the values, and what they are made of.
    [[nodiscard]] QByteArrayList secrets() const;
    bool operator==(const Credentials &) const = default;
};

// From v2's authConfig or v3's custom_auth_params: base_url, parameters, body.
[[nodiscard]] Credentials ownCredentials(const json::Value &authConfig);
// From what is known of a connection (access_token, api_key, username, …), put where the app's `auth` says, else where
// the scheme does: OAUTH2 and BEARER_TOKEN as bearer, BASIC as basic, API_KEY in the header x-api-key.
[[nodiscard]] Credentials connectionCredentials(const App &app, const QString &scheme, const json::Value &connection);

// The connection of a ready-made account: the app's own `connection`, where {{secret.NAME}} is the environment variable
// ACTIONSCOPE_SECRET_NAME, else one made up for the scheme, always the same.
[[nodiscard]] QByteArray readyMadeConnection(const App &app, const QString &scheme, const QString &user);

// `value` in the query of an address, every character as itself.
void addQueryItem(QUrl *url, const QString &name, const QString &value);

} // namespace actionscope::sandbox
