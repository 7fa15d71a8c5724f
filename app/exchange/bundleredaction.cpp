// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/bundleredaction.h"

#include "app/api/alltexts.h"
#include "app/api/authconfig.h"
#include "app/api/secretheaders.h"
#include "app/base/tr.h"

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

} // namespace

RedactedBundle redacted(const Bundle &original, const RedactionWish &wish, const QList<std::pair<QByteArray, QByteArray>> &secrets)
{
    SecretLedger ledger(wish);
    const QList<Place> before = placesOf(original);
    for (const Place &place : before)
        ledger.addPlaceholders(place.text, place.name);
    for (const auto &[name, value] : secrets)
        ledger.add(name, value, Tr::tr("the environment"));
    Bundle bundle = original;
    api::hideSecretHeaders(bundle.exchange.request.headers, ledger);
    api::hideSecretHeaders(bundle.exchange.answer.headers, ledger);
    const auto add = [&ledger](const QByteArray &name, const QByteArray &value) { ledger.add(name, value, QString::fromUtf8(name)); };
    api::tellAuthConfigSecrets(bundle.request.authConfig, add);
    bundle.request.authConfig = api::redactedAuthConfig(bundle.request.authConfig);
    // A body that was sent may hold it under either of its names.
    for (const char16_t *name : {u"authConfig", u"custom_auth_params"})
        api::hideAuthConfigAt({{QString::fromUtf16(name)}}, bundle.exchange.request.body, add);
    const QList<Place> places = placesOf(bundle);
    for (const Place &place : places)
        ledger.addFrom(place.text, place.name);

    const auto hidden = [&ledger](const QByteArray &text) { return ledger.redacted(text); };
    api::changeTexts(bundle.request, hidden);
    api::changeTexts(bundle.exchange, hidden);
    for (QString *text : {&bundle.environment, &bundle.baseUrl, &bundle.sentence, &bundle.notes})
        api::changeText(*text, hidden);
    for (QByteArray *bytes : {&bundle.account, &bundle.action, &bundle.diagnosis})
        *bytes = hidden(*bytes);
    return {bundle, ledger.entries(), ledger.troubles(), keptOf(bundle)};
}

} // namespace actionscope::exchange
