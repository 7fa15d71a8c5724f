// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/wire/v1shape.h"

#include "app/json/writer.h"
#include "app/sandbox/wire/common.h"

namespace actionscope::sandbox::v1 {

namespace {

QByteArray memberJson(const Account &account)
{
    json::ObjectWriter member;
    member.addString("id", QStringLiteral("member_sandbox"));
    member.addString("clientId", integrationUuid(QStringLiteral("client")));
    member.addString("email", QStringLiteral("sandbox@localhost"));
    member.addString("name", account.user);
    member.addString("role", QStringLiteral("ADMIN"));
    member.addString("createdAt", readyMadeTime());
    member.addString("updatedAt", readyMadeTime());
    return member.finished();
}

} // namespace

QByteArray accountJson(const Account &account)
{
    json::ObjectWriter body;
    body.addString("id", account.uuid);
    body.addString("integrationId", account.configUuid);
    body.addString("status", account.status);
    body.addString("appName", account.appKey);
    body.addString("appUniqueId", account.appKey);
    body.addString("clientUniqueUserId", account.user);
    body.addString("entityId", account.user);
    body.addString("createdAt", account.createdAt.toString(Qt::ISODateWithMs));
    body.addString("updatedAt", account.updatedAt.toString(Qt::ISODateWithMs));
    body.addBool("isDisabled", account.isDisabled);
    body.addBool("enabled", !account.isDisabled);
    body.addBool("deleted", account.isDeleted);
    body.addRaw("connectionParams", maskedCredentials(account.connection));
    body.addRaw("data", "{}");
    body.addRaw("authConfig", "{}");
    body.addRaw("member", memberJson(account));
    body.addRaw("memberInfo", memberJson(account));
    body.addRaw("meta", R"({"app":{}})");
    body.addInteger("invocationCount", 0);
    body.addRaw("labels", stringsJson(account.labels)); // “primary” wins over all others in the JavaScript SDK
    body.addString("logo", QString());
    return body.finished();
}

QByteArray accountInfoJson(const Credentials &credentials)
{
    json::ArrayWriter parameters;
    for (const CredentialParameter &each : credentials.parameters) {
        json::ObjectWriter parameter;
        parameter.addString("name", each.name);
        parameter.addString("in", each.place);
        parameter.addString("value", each.value);
        parameters.addRaw(parameter.finished());
    }
    json::ObjectWriter body;
    body.addString("base_url", credentials.baseUrl);
    body.addRaw("parameters", parameters.finished());
    body.addRaw("body", credentials.body.isEmpty() ? QByteArrayLiteral("{}") : credentials.body);
    return body.finished();
}

QByteArray inputFieldsJson(const QString &authScheme)
{
    json::ArrayWriter fields;
    const QStringList names
        = authScheme.startsWith(QLatin1String("OAUTH")) ? QStringList() : credentialNames(authScheme);
    for (const QString &name : names) {
        QString title = QString(name).replace(QLatin1Char('_'), QLatin1Char(' '));
        title[0] = title[0].toUpper();
        json::ObjectWriter field;
        field.addString("name", name);
        field.addString("type", QStringLiteral("string"));
        field.addString("display_name", title);
        field.addString("displayName", title);
        field.addString("description", QString());
        field.addNull("default");
        field.addBool("required", true);
        field.addBool("expected_from_customer", true);
        field.addBool("is_secret", name != QLatin1String("username"));
        fields.addRaw(field.finished());
    }
    return fields.finished();
}

QByteArray integrationJson(const AuthConfig &config, const App &app)
{
    json::ObjectWriter body;
    body.addString("id", config.uuid);
    body.addString("name", config.name);
    body.addString("authScheme", config.authScheme);
    body.addString("createdAt", config.createdAt.toString(Qt::ISODateWithMs));
    body.addString("updatedAt", config.updatedAt.toString(Qt::ISODateWithMs));
    body.addBool("enabled", !config.isDisabled);
    body.addBool("deleted", config.isDeleted);
    body.addString("appId", appUuid(app));
    body.addString("appName", config.appKey);
    body.addString("defaultConnectorId", config.uuid);
    body.addRaw("authConfig", maskedCredentials(config.credentials));
    body.addRaw("expectedInputFields", inputFieldsJson(config.authScheme));
    body.addString("logo", QString());
    body.addBool("useComposioAuth", config.isManaged);
    return body.finished();
}

QByteArray connectionJson(const Account &account, const QString &link)
{
    json::ObjectWriter body;
    body.addString("connectionStatus", account.status);
    body.addString("connectedAccountId", account.uuid);
    if (!link.isEmpty())
        body.addString("redirectUrl", link);
    return body.finished();
}

QByteArray statusJson(const QString &status)
{
    json::ObjectWriter body;
    body.addString("status", status);
    return body.finished();
}

QByteArray deletedJson(qint64 count)
{
    json::ObjectWriter body;
    body.addString("status", QStringLiteral("success"));
    body.addInteger("count", count);
    return body.finished();
}

} // namespace actionscope::sandbox::v1
