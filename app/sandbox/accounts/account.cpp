// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/accounts/account.h"

#include "app/json/writer.h"

namespace actionscope::sandbox {

namespace {

QString textOf(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QString memberText(const json::Value &record, QStringView name)
{
    return record.member(name).toString();
}

QDateTime memberTime(const json::Value &record, QStringView name)
{
    return QDateTime::fromString(memberText(record, name), Qt::ISODateWithMs);
}

bool memberTruth(const json::Value &record, QStringView name)
{
    return record.member(name).toBool().value_or(false);
}

QByteArray memberJson(const json::Value &record, QStringView name)
{
    const json::Value value = record.member(name);
    return value.isObject() ? value.raw().toByteArray() : QByteArrayLiteral("{}");
}

} // namespace

QByteArray toRecord(const Account &account)
{
    json::ArrayWriter labels;
    for (const QString &label : account.labels)
        labels.addString(label);
    json::ObjectWriter record;
    record.addString("uuid", account.uuid);
    record.addString("shortId", account.shortId);
    record.addString("app", account.appKey);
    record.addString("user", account.user);
    record.addString("status", account.status);
    record.addString("config", account.configUuid);
    record.addString("scheme", account.scheme);
    record.addRaw("credentials", account.connection);
    record.addRaw("labels", labels.finished());
    record.addString("linkToken", account.linkToken);
    record.addString("linkExpiresAt", textOf(account.linkExpiresAt));
    record.addString("callbackUrl", account.callbackUrl);
    record.addString("createdAt", textOf(account.createdAt));
    record.addString("updatedAt", textOf(account.updatedAt));
    record.addBool("disabled", account.isDisabled);
    record.addBool("deleted", account.isDeleted);
    return record.finished();
}

void readRecord(const json::Value &record, Account *account)
{
    account->uuid = memberText(record, u"uuid");
    account->shortId = memberText(record, u"shortId");
    account->appKey = memberText(record, u"app");
    account->user = memberText(record, u"user");
    account->status = memberText(record, u"status");
    account->configUuid = memberText(record, u"config");
    account->scheme = memberText(record, u"scheme");
    account->connection = memberJson(record, u"credentials");
    account->labels.clear();
    const json::Value labels = record.member(u"labels");
    for (json::Value label = labels.firstChild(); label.isValid(); label = label.nextSibling())
        account->labels.append(label.toString());
    account->linkToken = memberText(record, u"linkToken");
    account->linkExpiresAt = memberTime(record, u"linkExpiresAt");
    account->callbackUrl = memberText(record, u"callbackUrl");
    account->createdAt = memberTime(record, u"createdAt");
    account->updatedAt = memberTime(record, u"updatedAt");
    account->isDisabled = memberTruth(record, u"disabled");
    account->isDeleted = memberTruth(record, u"deleted");
}

QByteArray toRecord(const AuthConfig &config)
{
    json::ObjectWriter record;
    record.addString("uuid", config.uuid);
    record.addString("shortId", config.shortId);
    record.addString("app", config.appKey);
    record.addString("name", config.name);
    record.addString("scheme", config.authScheme);
    record.addRaw("credentials", config.credentials);
    record.addString("createdAt", textOf(config.createdAt));
    record.addString("updatedAt", textOf(config.updatedAt));
    record.addBool("managed", config.isManaged);
    record.addBool("disabled", config.isDisabled);
    record.addBool("deleted", config.isDeleted);
    return record.finished();
}

void readRecord(const json::Value &record, AuthConfig *config)
{
    config->uuid = memberText(record, u"uuid");
    config->shortId = memberText(record, u"shortId");
    config->appKey = memberText(record, u"app");
    config->name = memberText(record, u"name");
    config->authScheme = memberText(record, u"scheme");
    config->credentials = memberJson(record, u"credentials");
    config->createdAt = memberTime(record, u"createdAt");
    config->updatedAt = memberTime(record, u"updatedAt");
    config->isManaged = memberTruth(record, u"managed");
    config->isDisabled = memberTruth(record, u"disabled");
    config->isDeleted = memberTruth(record, u"deleted");
}

QStringList credentialNames(const QString &authScheme)
{
    if (authScheme == QLatin1String("API_KEY"))
        return {QStringLiteral("api_key")};
    if (authScheme == QLatin1String("BEARER_TOKEN"))
        return {QStringLiteral("token")};
    if (authScheme == QLatin1String("BASIC"))
        return {QStringLiteral("username"), QStringLiteral("password")};
    if (authScheme.startsWith(QLatin1String("OAUTH")))
        return {QStringLiteral("access_token")};
    return {};
}

QByteArray maskedCredentials(const QByteArray &credentials)
{
    constexpr qsizetype shown = 4;
    const json::Document document = json::Document::parse(credentials);
    json::ObjectWriter masked;
    const json::Value root = document.root();
    for (json::Value value = root.firstChild(); value.isValid(); value = value.nextSibling()) {
        if (value.isString())
            masked.addString(value.key().toUtf8(), value.toString().first(qMin(shown, value.toString().size() / 2)) + QChar(0x2026));
        else
            masked.addNull(value.key().toUtf8());
    }
    return masked.finished();
}

} // namespace actionscope::sandbox
