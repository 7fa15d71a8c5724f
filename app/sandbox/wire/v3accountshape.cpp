// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/wire/v3accountshape.h"

#include "app/json/writer.h"
#include "app/sandbox/wire/common.h"
#include "app/sandbox/wire/v1shape.h"

namespace actionscope::sandbox::v3 {

namespace {

QByteArray toolkitJson(const QString &appKey)
{
    json::ObjectWriter toolkit;
    toolkit.addString("slug", appKey);
    toolkit.addString("logo", QString());
    return toolkit.finished();
}

QByteArray configReference(const Account &account, const AuthConfig *config)
{
    json::ObjectWriter old;
    old.addString("uuid", account.configUuid);
    json::ObjectWriter body;
    body.addString("id", config ? config->shortId : account.configUuid);
    body.addString("auth_scheme", account.scheme);
    body.addBool("is_composio_managed", config && config->isManaged);
    body.addBool("is_disabled", config && config->isDisabled);
    body.addRaw("deprecated", old.finished());
    return body.finished();
}

QByteArray stateJson(const Account &account, const QString &link)
{
    const json::Document masked = json::Document::parse(maskedCredentials(account.connection));
    json::ObjectWriter value;
    value.addString("status", account.status);
    if (!link.isEmpty())
        value.addString("redirectUrl", link);
    const json::Value root = masked.root();
    for (json::Value credential = root.firstChild(); credential.isValid(); credential = credential.nextSibling()) {
        if (credential.key() != QLatin1String("status"))
            value.addRaw(credential.key().toUtf8(), credential.raw());
    }
    json::ObjectWriter state;
    state.addString("authScheme", account.scheme);
    state.addRaw("val", value.finished());
    return state.finished();
}

QByteArray textOrNull(const QString &text)
{
    return text.isEmpty() ? QByteArrayLiteral("null") : json::quoted(text);
}

} // namespace

QByteArray accountJson(const Account &account, const AuthConfig *config)
{
    json::ObjectWriter old;
    old.addString("uuid", account.uuid);
    old.addRaw("labels", stringsJson(account.labels));
    json::ObjectWriter body;
    body.addString("id", account.shortId);
    body.addRaw("toolkit", toolkitJson(account.appKey));
    body.addRaw("auth_config", configReference(account, config));
    body.addString("user_id", account.user);
    body.addString("status", account.newStatus());
    body.addNull("status_reason");
    body.addRaw("state", stateJson(account, {}));
    body.addRaw("data", "{}");
    body.addBool("is_disabled", account.isDisabled);
    body.addString("created_at", account.createdAt.toString(Qt::ISODateWithMs));
    body.addString("updated_at", account.updatedAt.toString(Qt::ISODateWithMs));
    body.addString("test_request_endpoint", QString());
    body.addRaw("deprecated", old.finished());
    return body.finished();
}

QByteArray configJson(const AuthConfig &config, qint64 connections)
{
    json::ObjectWriter old;
    old.addString("default_connector_id", config.uuid);
    old.addRaw("expected_input_fields", v1::inputFieldsJson(config.authScheme));
    json::ObjectWriter body;
    body.addString("id", config.shortId);
    body.addString("uuid", config.uuid);
    body.addString("type", config.isManaged ? QStringLiteral("default") : QStringLiteral("custom"));
    body.addRaw("toolkit", toolkitJson(config.appKey));
    body.addString("name", config.name);
    body.addString("auth_scheme", config.authScheme);
    body.addBool("is_composio_managed", config.isManaged);
    body.addRaw("credentials", maskedCredentials(config.credentials));
    body.addString("status", config.isDisabled ? QStringLiteral("DISABLED") : QStringLiteral("ENABLED"));
    body.addString("created_by", QStringLiteral("sandbox@localhost"));
    body.addString("created_at", config.createdAt.toString(Qt::ISODateWithMs));
    body.addString("last_updated_at", config.updatedAt.toString(Qt::ISODateWithMs));
    body.addInteger("no_of_connections", connections);
    body.addRaw("expected_input_fields", v1::inputFieldsJson(config.authScheme));
    body.addRaw("restrict_to_following_tools", "[]");
    body.addRaw("tool_access_config", "{}");
    body.addRaw("deprecated_params", old.finished());
    return body.finished();
}

QByteArray newConfigJson(const AuthConfig &config)
{
    json::ObjectWriter made;
    made.addString("id", config.shortId);
    made.addString("auth_scheme", config.authScheme);
    made.addBool("is_composio_managed", config.isManaged);
    made.addRaw("restrict_to_following_tools", "[]");
    json::ObjectWriter body;
    body.addRaw("toolkit", toolkitJson(config.appKey));
    body.addRaw("auth_config", made.finished());
    return body.finished();
}

QByteArray newAccountJson(const Account &account, const QString &link)
{
    json::ObjectWriter old;
    old.addString("uuid", account.uuid);
    old.addString("authConfigUuid", account.configUuid);
    json::ObjectWriter body;
    body.addString("id", account.shortId);
    body.addRaw("connectionData", stateJson(account, link));
    body.addString("status", account.newStatus());
    body.addRaw("redirect_url", textOrNull(link));
    body.addRaw("redirect_uri", textOrNull(link));
    body.addRaw("deprecated", old.finished());
    return body.finished();
}

QByteArray linkJson(const Account &account, const QString &link)
{
    json::ObjectWriter body;
    body.addString("link_token", account.linkToken);
    body.addString("redirect_url", link);
    body.addString("expires_at", account.linkExpiresAt.toString(Qt::ISODateWithMs));
    body.addString("connected_account_id", account.shortId);
    return body.finished();
}

QByteArray refreshedJson(const Account &account, const QString &link)
{
    json::ObjectWriter body;
    body.addString("id", account.shortId);
    body.addString("status", account.newStatus());
    body.addRaw("redirect_url", textOrNull(link));
    return body.finished();
}

QByteArray successJson()
{
    return QByteArrayLiteral(R"({"success":true})");
}

} // namespace actionscope::sandbox::v3
