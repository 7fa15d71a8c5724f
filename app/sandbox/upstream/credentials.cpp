// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/upstream/credentials.h"

#include "app/json/writer.h"
#include "app/sandbox/actions/manifest.h"
#include "app/sandbox/actions/template.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QUrlQuery>

namespace actionscope::sandbox {

namespace {

QString asText(const json::Value &value)
{
    return value.isString() ? value.toString() : value.isNumber() ? QString::fromLatin1(value.raw()) : QString();
}

// The first of these members that says something.
QString firstText(const json::Value &object, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (const QString text = asText(object.member(QString::fromLatin1(name))); !text.isEmpty())
            return text;
    }
    return {};
}

QList<CredentialParameter> readParameters(const json::Value &list)
{
    QList<CredentialParameter> parameters;
    for (json::Value item = list.firstChild(); item.isValid(); item = item.nextSibling())
        parameters.append({item.member(u"name").toString(), item.member(u"in").toString(), asText(item.member(u"value"))});
    return parameters;
}

CredentialParameter authorization(const QString &value)
{
    return {QStringLiteral("Authorization"), QStringLiteral("header"), value};
}

QList<CredentialParameter> byScheme(const QString &scheme, const json::Value &connection)
{
    if (scheme.startsWith(QLatin1String("BASIC"))) {
        const QString pair = firstText(connection, {"username"}) + QLatin1Char(':') + firstText(connection, {"password"});
        return {authorization(QLatin1String("Basic ") + QString::fromLatin1(pair.toUtf8().toBase64()))};
    }
    if (scheme == QLatin1String("API_KEY")) {
        const QString key = firstText(connection, {"api_key", "generic_api_key", "apiKey"});
        return key.isEmpty() ? QList<CredentialParameter>()
                             : QList<CredentialParameter> {{QStringLiteral("x-api-key"), QStringLiteral("header"), key}};
    }
    const QString token = firstText(connection, {"access_token", "token", "bearer_token"});
    return token.isEmpty() ? QList<CredentialParameter>()
                           : QList<CredentialParameter> {authorization(QLatin1String("Bearer ") + token)};
}

// The places an app names itself; what the connection does not have is left out.
QList<CredentialParameter> byApp(const QByteArray &auth, const json::Value &connection)
{
    Scope scope;
    scope.set(QStringLiteral("connection"), connection);
    const json::Document places = json::Document::parse(auth);
    const json::Document filled = json::Document::parse(rendered(places.root(), scope));
    QList<CredentialParameter> parameters = readParameters(filled.root());
    parameters.removeIf([](const CredentialParameter &parameter) { return parameter.value.isEmpty(); });
    return parameters;
}

void addMembers(const json::Value &object, const QString &place, QList<CredentialParameter> *parameters)
{
    for (json::Value member = object.firstChild(); object.isObject() && member.isValid(); member = member.nextSibling())
        parameters->append({member.key(), place, asText(member)});
}

// {{secret.NAME}} in the text of a connection.
QByteArray withSecrets(const QByteArray &connection)
{
    static const QRegularExpression name(QStringLiteral("secret\\.(\\w+)"));
    json::ObjectWriter secrets;
    auto found = name.globalMatch(QString::fromUtf8(connection));
    while (found.hasNext()) {
        const QString one = found.next().captured(1);
        const QString value = qEnvironmentVariable(("ACTIONSCOPE_SECRET_" + one.toUtf8()).constData());
        if (!value.isEmpty())
            secrets.addString(one.toUtf8(), value);
    }
    Scope scope;
    scope.set(QStringLiteral("secret"), secrets.finished());
    const json::Document document = json::Document::parse(connection);
    return rendered(document.root(), scope);
}

void mergeBody(UpstreamRequest *request, const QByteArray &members)
{
    const json::Document more = json::Document::parse(members);
    if (!more.root().isObject() || more.root().count() == 0)
        return;
    const json::Document body = json::Document::parse(request->body);
    if (request->body.isEmpty())
        request->body = members;
    else if (body.isValid() && body.root().isObject() && body.root().count() == 0)
        request->body = members;
    else if (body.isValid() && body.root().isObject())
        request->body = body.root().raw().chopped(1).toByteArray() + ',' + more.root().raw().sliced(1).toByteArray();
    else
        return;
    if (!api::headerValue(request->headers, "content-type"))
        request->headers.append(api::Header {"Content-Type", "application/json"});
}

} // namespace

void addQueryItem(QUrl *url, const QString &name, const QString &value)
{
    QString query = url->query(QUrl::FullyEncoded);
    if (!query.isEmpty())
        query += QLatin1Char('&');
    query += QString::fromLatin1(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value));
    url->setQuery(query, QUrl::StrictMode);
}

void Credentials::addTo(UpstreamRequest *request) const
{
    for (const CredentialParameter &parameter : parameters) {
        if (parameter.place == QLatin1String("query"))
            addQueryItem(&request->url, parameter.name, parameter.value);
        else if (!api::headerValue(request->headers, parameter.name.toUtf8()))
            request->headers.append({parameter.name.toUtf8(), parameter.value.toUtf8()});
    }
    mergeBody(request, body);
}

QByteArrayList Credentials::secrets() const
{
    QByteArrayList secrets;
    for (const CredentialParameter &parameter : parameters) {
        secrets.append(parameter.value.toUtf8());
        if (parameter.value.startsWith(QLatin1String("Bearer ")))
            secrets.append(parameter.value.sliced(7).toUtf8());
        if (parameter.value.startsWith(QLatin1String("Basic "))) {
            secrets.append(parameter.value.sliced(6).toUtf8());
            secrets.append(QByteArray::fromBase64(secrets.last()).split(':').last());
        }
    }
    return secrets;
}

Credentials ownCredentials(const json::Value &authConfig)
{
    const json::Value body = authConfig.member(u"body");
    return {authConfig.member(u"base_url").toString(), readParameters(authConfig.member(u"parameters")),
        body.isObject() ? body.raw().toByteArray() : QByteArray()};
}

Credentials connectionCredentials(const App &app, const QString &scheme, const json::Value &connection)
{
    Credentials credentials;
    credentials.baseUrl = firstText(connection, {"base_url"});
    if (credentials.baseUrl.isEmpty())
        credentials.baseUrl = app.baseUrl;
    credentials.parameters = app.auth.isEmpty() ? byScheme(scheme, connection) : byApp(app.auth, connection);
    addMembers(connection.member(u"headers"), QStringLiteral("header"), &credentials.parameters);
    addMembers(connection.member(u"queryParams"), QStringLiteral("query"), &credentials.parameters);
    return credentials;
}

QByteArray readyMadeConnection(const App &app, const QString &scheme, const QString &user)
{
    if (!app.connection.isEmpty())
        return withSecrets(app.connection);
    const QByteArray name = app.key.toUtf8() + '/' + user.toUtf8();
    const QString madeUp = QLatin1String("sandbox_")
        + QString::fromLatin1(QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().first(24));
    json::ObjectWriter connection;
    if (scheme.startsWith(QLatin1String("BASIC"))) {
        connection.addString("username", user);
        connection.addString("password", madeUp);
    } else if (scheme == QLatin1String("API_KEY")) {
        connection.addString("api_key", madeUp);
    } else if (scheme == QLatin1String("BEARER_TOKEN")) {
        connection.addString("token", madeUp);
    } else {
        connection.addString("access_token", madeUp);
        connection.addString("token_type", QStringLiteral("Bearer"));
    }
    return connection.finished();
}

} // namespace actionscope::sandbox
