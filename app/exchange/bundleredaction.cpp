// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/bundleredaction.h"

#include "app/api/authconfig.h"
#include "app/api/secretheaders.h"
#include "app/base/tr.h"
#include "app/json/document.h"

#include <array>

namespace actionscope::exchange {

namespace {

struct Place
{
    QString name;
    QByteArray text;
};

QList<Place> placesOf(const Bundle &bundle)
{
    const api::ExecuteRequest &request = bundle.request;
    QList<Place> places {{QStringLiteral("actionId"), request.actionId.toUtf8()}, {QStringLiteral("appName"), request.appName.toUtf8()},
        {QStringLiteral("entityId"), request.entityId.toUtf8()}, {QStringLiteral("connectedAccountId"), request.connectedAccountId.toUtf8()},
        {QStringLiteral("input"), request.input}, {QStringLiteral("text"), request.text.toUtf8()},
        {QStringLiteral("systemPrompt"), request.systemPrompt.toUtf8()}, {QStringLiteral("customDescription"), request.customDescription.toUtf8()},
        {QStringLiteral("sessionInfo"), request.sessionInfo}, {QStringLiteral("version"), request.version.toUtf8()},
        {Tr::tr("environment"), bundle.environment.toUtf8()}, {Tr::tr("address"), bundle.baseUrl.toUtf8()},
        {Tr::tr("sentence"), bundle.sentence.toUtf8()}, {Tr::tr("account"), bundle.account}, {Tr::tr("schema of the action"), bundle.action},
        {Tr::tr("diagnosis"), bundle.diagnosis}, {Tr::tr("notes"), bundle.notes.toUtf8()}, {Tr::tr("path"), bundle.exchange.request.path},
        {Tr::tr("body that was sent"), bundle.exchange.request.body}, {Tr::tr("answer"), bundle.exchange.answer.body},
        {Tr::tr("status line"), bundle.exchange.answer.reason}};
    for (const api::HeaderList *headers : {&bundle.exchange.request.headers, &bundle.exchange.answer.headers}) {
        for (const api::Header &header : *headers)
            places.append({Tr::tr("header %1").arg(QString::fromUtf8(header.name)), header.name + ": " + header.value});
    }
    if (bundle.exchange.fault)
        places.append({Tr::tr("fault"), (bundle.exchange.fault->sentence + QLatin1Char('\n') + bundle.exchange.fault->detail).toUtf8()});
    return places;
}

QList<KeptField> keptOf(const Bundle &bundle)
{
    constexpr qsizetype longestBeginning = 80; // characters
    QList<Place> places = placesOf(bundle);
    places.insert(9, {QStringLiteral("authConfig"), bundle.request.authConfig}); // in the order of the form
    QList<KeptField> kept;
    for (const Place &place : std::as_const(places)) {
        const QString text = QString::fromUtf8(place.text.left(longestBeginning * 8)).simplified();
        const bool isLonger = text.size() > longestBeginning || place.text.size() > longestBeginning * 8;
        if (!text.isEmpty())
            kept.append({place.name, place.text.size(), isLonger ? text.left(longestBeginning) + QChar(0x2026) : text});
    }
    return kept;
}

void hideHeaders(api::HeaderList &headers, SecretLedger &ledger)
{
    for (api::Header &header : headers) {
        const QByteArray lower = header.name.toLower();
        if (!api::carriesSecret(lower) && !SecretFinder::isSecretName(QString::fromLatin1(lower)))
            continue;
        const QString place = Tr::tr("header %1").arg(QString::fromUtf8(header.name));
        // What comes behind the scheme, and each cookie, may stand elsewhere alone.
        if (const qsizetype space = header.value.indexOf(' '); lower.endsWith("authorization") && space > 0)
            ledger.add(lower, header.value.sliced(space + 1).trimmed(), place);
        if (lower.endsWith("cookie")) {
            const QList<QByteArray> pairs = header.value.split(';');
            for (const QByteArray &pair : lower == "cookie" ? pairs : pairs.first(1)) {
                const QByteArray value = pair.mid(pair.indexOf('=') + 1).trimmed();
                if (value.size() >= 8)
                    ledger.add(lower, value, place);
            }
        }
        ledger.addFrom(header.value, place);
        const QByteArray name = ledger.add(lower == "x-api-key" ? "apiKey" : lower, header.value, place);
        if (!name.isEmpty())
            header.value = redactedPlaceholder(name);
    }
}

void addTexts(const json::Value &value, const QByteArray &name, SecretLedger &ledger)
{
    if (value.isString())
        ledger.add(name, value.toString().toUtf8(), QString::fromUtf8(name));
    else if (value.isNumber())
        ledger.add(name, value.raw().toByteArray(), QString::fromUtf8(name));
    for (json::Value child = value.firstChild(); child.isValid(); child = child.nextSibling())
        addTexts(child, name, ledger);
}

// All of it but the names of parameters, where they go, and a plain address; a body that was sent may hold it under
// either of its names.
void hideAuthConfig(const QByteArray &config, SecretLedger &ledger)
{
    const json::Document document = json::Document::parse(config);
    const json::Value root = document.root();
    for (json::Value item = root.member(u"parameters").firstChild(); item.isValid(); item = item.nextSibling())
        addTexts(item.member(u"value"), "authConfig." + item.member(u"name").toString().toUtf8(), ledger);
    addTexts(root.member(u"body"), "authConfig.body", ledger);
    Redactor rest;
    api::addAuthConfigSecrets(config, rest);
    if (const json::Value url = root.member(u"base_url"); url.isString() && !rest.isEmpty() && rest.redacted(url.toString()) != url.toString())
        addTexts(url, "authConfig.base_url", ledger);
}

} // namespace

RedactedBundle redacted(const Bundle &original, const RedactionWish &wish, const QList<std::pair<QByteArray, QByteArray>> &secrets)
{
    SecretLedger ledger(wish);
    for (const auto &[name, value] : secrets)
        ledger.add(name, value, Tr::tr("the environment"));
    Bundle bundle = original;
    hideHeaders(bundle.exchange.request.headers, ledger);
    hideHeaders(bundle.exchange.answer.headers, ledger);
    hideAuthConfig(bundle.request.authConfig, ledger);
    const json::Document sent = json::Document::parse(bundle.exchange.request.body);
    for (const QStringView name : {u"authConfig", u"custom_auth_params"})
        hideAuthConfig(sent.root().member(name).raw().toByteArray(), ledger);
    bundle.request.authConfig = api::redactedAuthConfig(bundle.request.authConfig);
    const QList<Place> places = placesOf(bundle);
    for (const Place &place : places)
        ledger.addFrom(place.text, place.name);

    const Redactor &redactor = ledger.redactor();
    api::ExecuteRequest &request = bundle.request;
    for (QString *text : {&request.actionId, &request.appName, &request.entityId, &request.connectedAccountId, &request.text, &request.systemPrompt,
             &request.customDescription, &request.version, &bundle.environment, &bundle.baseUrl, &bundle.sentence, &bundle.notes})
        *text = redactor.redacted(*text);
    for (QByteArray *bytes : {&request.input, &request.sessionInfo, &request.authConfig, &bundle.account, &bundle.action, &bundle.diagnosis,
             &bundle.exchange.request.path, &bundle.exchange.request.body, &bundle.exchange.answer.body, &bundle.exchange.answer.reason})
        *bytes = redactor.redacted(*bytes);
    for (api::HeaderList *headers : {&bundle.exchange.request.headers, &bundle.exchange.answer.headers}) {
        for (api::Header &header : *headers)
            header.value = redactor.redacted(header.value);
    }
    if (bundle.exchange.fault) {
        bundle.exchange.fault->sentence = redactor.redacted(bundle.exchange.fault->sentence);
        bundle.exchange.fault->detail = redactor.redacted(bundle.exchange.fault->detail);
    }
    return {bundle, ledger.entries(), ledger.troubles(), keptOf(bundle)};
}

} // namespace actionscope::exchange
