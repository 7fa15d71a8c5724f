// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/authconfig.h"

#include "app/json/document.h"
#include "app/json/writer.h"

#include <QUrl>

namespace actionscope::api {

namespace {

QByteArray placeholderFor(const QString &name)
{
    return json::quoted(QString::fromUtf8(redactedPlaceholder("authConfig." + name.toUtf8())));
}

bool isHarmlessMember(const json::Value &member)
{
    return member.key() == QLatin1String("name") || member.key() == QLatin1String("in");
}

QByteArray redactedParameters(const json::Value &parameters)
{
    json::ArrayWriter items;
    for (json::Value item = parameters.firstChild(); item.isValid(); item = item.nextSibling()) {
        json::ObjectWriter members;
        for (json::Value member = item.firstChild(); member.isValid(); member = member.nextSibling()) {
            if (isHarmlessMember(member))
                members.addRaw(member.key().toUtf8(), member.raw());
            else
                members.addRaw(member.key().toUtf8(), placeholderFor(item.member(u"name").toString()));
        }
        items.addRaw(item.isObject() ? members.finished() : placeholderFor(QStringLiteral("parameters")));
    }
    return items.finished();
}

// An address is worth keeping, unless it has room for a password or a token.
bool isHarmlessAddress(const json::Value &value)
{
    if (!value.isString())
        return false;
    const QUrl url(value.toString(), QUrl::StrictMode);
    return url.isValid() && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
}

void addTexts(const json::Value &value, const QByteArray &name, const SecretSink &sink)
{
    if (value.isString())
        sink(name, value.toString().toUtf8());
    else if (value.isNumber())
        sink(name, value.raw().toByteArray());
    for (json::Value child = value.firstChild(); child.isValid(); child = child.nextSibling())
        addTexts(child, name, sink);
}

// Member by member, because a name may stand twice and an item may hold more than it should.
void addParameterTexts(const json::Value &parameters, const SecretSink &sink)
{
    for (json::Value item = parameters.firstChild(); item.isValid(); item = item.nextSibling()) {
        if (!item.isObject())
            addTexts(item, "authConfig.parameters", sink);
        const QByteArray name = "authConfig." + item.member(u"name").toString().toUtf8();
        for (json::Value member = item.firstChild(); item.isObject() && member.isValid(); member = member.nextSibling()) {
            if (!isHarmlessMember(member))
                addTexts(member, name, sink);
        }
    }
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
        else if (name == "base_url" && isHarmlessAddress(member))
            members.addRaw(name, member.raw());
        else
            members.addRaw(name, placeholderFor(member.key()));
    }
    return members.finished();
}

void tellAuthConfigSecrets(const QByteArray &authConfig, const SecretSink &sink)
{
    const json::Document document = json::Document::parse(authConfig);
    const json::Value root = document.root();
    for (json::Value member = root.firstChild(); member.isValid(); member = member.nextSibling()) {
        const QString name = member.key();
        const bool isKept = name == QLatin1String("base_url") && isHarmlessAddress(member);
        if (name == QLatin1String("parameters") && member.isArray())
            addParameterTexts(member, sink);
        else if (!isKept)
            addTexts(member, "authConfig." + name.toUtf8(), sink);
    }
}

void addAuthConfigSecrets(const QByteArray &authConfig, Redactor &redactor)
{
    tellAuthConfigSecrets(authConfig, [&redactor](const QByteArray &name, const QByteArray &value) { redactor.addSecret(name, value); });
}

void hideAuthConfigAt(const json::Path &place, QByteArray &body, const SecretSink &sink)
{
    const json::Document document = json::Document::parse(body);
    const json::Value config = json::valueAtPath(document, place);
    if (!config.isValid() || config.isNull())
        return;
    const QByteArray text = config.raw().toByteArray();
    tellAuthConfigSecrets(text, sink);
    const QByteArray behind = document.isValid() ? body.sliced(config.begin() + text.size()) : QByteArray();
    body = body.first(config.begin()) + redactedAuthConfig(text) + behind;
}

} // namespace actionscope::api
