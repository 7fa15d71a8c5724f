// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/authconfig.h"

#include "app/json/document.h"
#include "app/json/writer.h"

namespace actionscope::api {

namespace {

QByteArray placeholderFor(const QString &name)
{
    return json::quoted(QString::fromUtf8(redactedPlaceholder("authConfig." + name.toUtf8())));
}

QByteArray redactedParameters(const json::Value &parameters)
{
    json::ArrayWriter items;
    for (json::Value item = parameters.firstChild(); item.isValid(); item = item.nextSibling()) {
        json::ObjectWriter members;
        for (json::Value member = item.firstChild(); member.isValid(); member = member.nextSibling()) {
            const bool harmless = member.key() == QLatin1String("name") || member.key() == QLatin1String("in");
            if (harmless)
                members.addRaw(member.key().toUtf8(), member.raw());
            else
                members.addRaw(member.key().toUtf8(), placeholderFor(item.member(u"name").toString()));
        }
        items.addRaw(item.isObject() ? members.finished() : placeholderFor(QStringLiteral("parameters")));
    }
    return items.finished();
}

void addTexts(const json::Value &value, const QByteArray &name, Redactor &redactor)
{
    if (value.isString())
        redactor.addSecret(name, value.toString().toUtf8());
    else if (value.isNumber())
        redactor.addSecret(name, value.raw());
    for (json::Value child = value.firstChild(); child.isValid(); child = child.nextSibling())
        addTexts(child, name, redactor);
}

} // namespace

QByteArray redactedAuthConfig(const QByteArray &authConfig)
{
    if (authConfig.trimmed().isEmpty())
        return authConfig;
    const json::Document document = json::Document::parse(authConfig);
    const json::Value root = document.root();
    if (!document.isValid() || !root.isObject())
        return redactedPlaceholder("authConfig");
    json::ObjectWriter members;
    for (json::Value member = root.firstChild(); member.isValid(); member = member.nextSibling()) {
        const QByteArray name = member.key().toUtf8();
        if (name == "parameters" && member.isArray())
            members.addRaw(name, redactedParameters(member));
        else if (name == "base_url")
            members.addRaw(name, member.raw());
        else
            members.addRaw(name, placeholderFor(member.key()));
    }
    return members.finished();
}

void addAuthConfigSecrets(const QByteArray &authConfig, Redactor &redactor)
{
    const json::Document document = json::Document::parse(authConfig);
    const json::Value root = document.root();
    const json::Value parameters = root.member(u"parameters");
    for (json::Value item = parameters.firstChild(); item.isValid(); item = item.nextSibling())
        addTexts(item.member(u"value"), "authConfig." + item.member(u"name").toString().toUtf8(), redactor);
    for (json::Value member = root.firstChild(); member.isValid(); member = member.nextSibling()) {
        const QString name = member.key();
        if (name != QLatin1String("parameters") && name != QLatin1String("base_url"))
            addTexts(member, "authConfig." + name.toUtf8(), redactor);
    }
}

} // namespace actionscope::api
