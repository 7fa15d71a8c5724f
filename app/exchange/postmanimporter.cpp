// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/postmanimporter.h"

#include "app/base/tr.h"
#include "app/exchange/draftbuilder.h"

#include <QRegularExpression>

namespace actionscope::exchange {

namespace {

constexpr int deepest = 100;

// Ours under its name, where there is one.
QByteArray withOurVariables(QByteArray text)
{
    for (const auto &[theirs, ours] : {std::pair {"{{$guid}}", "{{$uuid}}"}, {"{{$randomUUID}}", "{{$uuid}}"}, {"{{$isoTimestamp}}", "{{$now}}"}})
        text.replace(theirs, ours);
    return text;
}

bool isEmptyScript(const json::Value &event)
{
    const json::Value lines = event.member(u"script").member(u"exec");
    QString text = lines.toString();
    for (json::Value line = lines.firstChild(); line.isValid(); line = line.nextSibling())
        text += line.toString();
    return text.trimmed().isEmpty();
}

QString descriptionOf(const json::Value &value) { return value.isObject() ? value.member(u"content").toString() : value.toString(); }

class PostmanReader final
{
public:
    PostmanReader(const json::Document &document, DraftBuilder &builder)
        : m_document(document)
        , m_builder(builder)
    {
    }

    void run()
    {
        const json::Value root = m_document.root();
        m_builder.imported().name = root.member(u"info").member(u"name").toString();
        if (root.member(u"request").isValid() && !root.member(u"item").isValid()) {
            readItem(root, {});
            return;
        }
        tellWhatStays(root);
        readVariables(root.member(u"variable"));
        readItems(root.member(u"item"), {}, 0);
    }

private:
    void readItems(const json::Value &items, const QStringList &folders, int depth)
    {
        for (json::Value item = items.firstChild(); item.isValid() && depth < deepest; item = item.nextSibling()) {
            const QString name = item.member(u"name").toString();
            if (item.member(u"item").isArray()) {
                m_builder.setSource((folders + QStringList {name}).join(QLatin1Char('/')));
                tellWhatStays(item);
                readItems(item.member(u"item"), folders + QStringList {name}, depth + 1);
            } else {
                readItem(item, folders);
            }
        }
        m_builder.setSource({});
    }

    void readItem(const json::Value &item, const QStringList &folders)
    {
        const json::Value request = item.member(u"request");
        ForeignRequest foreign;
        foreign.name = item.member(u"name").toString();
        foreign.folders = folders;
        m_builder.setSource((folders + QStringList {foreign.name}).join(QLatin1Char('/')));
        tellWhatStays(item);
        if (request.isString()) {
            foreign.method = "GET";
            foreign.url = request.toString().toUtf8();
        } else {
            foreign.method = request.member(u"method").isString() ? request.member(u"method").toString().toUtf8() : QByteArray("GET");
            foreign.url = urlOf(request.member(u"url"));
            foreign.headers = headersOf(request.member(u"header"));
            foreign.notes = descriptionOf(request.member(u"description"));
            readAuth(request.member(u"auth"));
            readBody(request.member(u"body"), foreign);
        }
        m_builder.addRequest(foreign);
    }

    static QByteArray urlOf(const json::Value &url)
    {
        QString address = url.isString() ? url.toString() : url.member(u"raw").toString();
        for (json::Value variable = url.member(u"variable").firstChild(); variable.isValid(); variable = variable.nextSibling()) {
            const QString name = variable.member(u"key").toString();
            const QString value = variable.member(u"value").toString();
            const QRegularExpression segment(QStringLiteral("/:%1(?=[/?]|$)").arg(QRegularExpression::escape(name)));
            address.replace(segment, QLatin1Char('/') + (value.isEmpty() ? QStringLiteral("{{%1}}").arg(name) : value));
        }
        return withOurVariables(address.toUtf8());
    }

    static api::HeaderList headersOf(const json::Value &list)
    {
        api::HeaderList headers;
        for (json::Value one = list.firstChild(); one.isValid(); one = one.nextSibling()) {
            if (one.member(u"disabled").toBool() != true)
                headers.append({one.member(u"key").toString().toUtf8(), one.member(u"value").toString().toUtf8()});
        }
        return headers;
    }

    void readBody(const json::Value &body, ForeignRequest &foreign)
    {
        const QString mode = body.member(u"mode").toString();
        if (mode == QLatin1String("raw")) {
            foreign.body = withOurVariables(body.member(u"raw").toString().toUtf8());
            foreign.places = [begin = body.member(u"raw").begin()](qsizetype) { return begin; };
        } else if (!mode.isEmpty() && mode != QLatin1String("none")) {
            complain(Tr::tr("A body of the kind “%1” is not what the API takes; it was left out.").arg(mode), body);
        }
    }

    // A key that is asked for in a helper is one all the same.
    void readAuth(const json::Value &auth)
    {
        const QString type = auth.member(u"type").toString();
        if (type.isEmpty() || type == QLatin1String("noauth") || type == QLatin1String("inherit"))
            return;
        const json::Value settings = auth.member(type);
        QHash<QString, QString> values;
        for (json::Value one = settings.firstChild(); one.isValid(); one = one.nextSibling()) {
            if (settings.isArray())
                values.insert(one.member(u"key").toString(), one.member(u"value").toString());
            else
                values.insert(one.key(), one.toString());
        }
        const bool isKey = type == QLatin1String("apikey");
        const QByteArray name = isKey && values.value(QStringLiteral("key")).toLower() == QLatin1String("x-api-key") ? QByteArray("apiKey") : type.toUtf8();
        for (const char *secret : {"value", "token", "password", "secretKey", "accessToken", "clientSecret"})
            m_builder.addSecret(name, values.value(QString::fromLatin1(secret)).toUtf8(), Tr::tr("authorization helper"));
        if (!isKey || name != "apiKey")
            complain(Tr::tr("The helper “%1” for authorization was not carried over; the API takes the key of the environment.").arg(type), auth);
    }

    void readVariables(const json::Value &list)
    {
        for (json::Value one = list.firstChild(); one.isValid(); one = one.nextSibling()) {
            const QString name = one.member(u"key").toString();
            const json::Value value = one.member(u"value");
            const QString text = value.isString() ? value.toString() : QString::fromUtf8(value.raw());
            if (name.isEmpty() || one.member(u"disabled").toBool() == true)
                continue;
            const bool isSecret = one.member(u"type").toString() == QLatin1String("secret") || SecretFinder::isSecretName(name);
            if (isSecret)
                m_builder.addSecret(name.toUtf8(), text.toUtf8(), Tr::tr("variable %1").arg(name));
            else
                m_builder.imported().variables.append({name, text});
        }
    }

    void tellWhatStays(const json::Value &object)
    {
        for (json::Value event = object.member(u"event").firstChild(); event.isValid(); event = event.nextSibling()) {
            if (!isEmptyScript(event)) {
                complain(event.member(u"listen").toString() == QLatin1String("test") ? Tr::tr("The test script was not carried over; expectations take its place.")
                                                                                      : Tr::tr("The script that runs before the request was not carried over."),
                    event);
            }
        }
        if (object.member(u"response").count() > 0)
            complain(Tr::tr("The saved answers were not carried over."), object.member(u"response"));
        if (!object.member(u"request").isValid())
            readAuth(object.member(u"auth"));
    }

    void complain(const QString &sentence, const json::Value &value) { m_builder.complain(sentence, value.begin()); }

    json::Document m_document;
    DraftBuilder &m_builder;
};

} // namespace

bool isPostman(const json::Document &document)
{
    const json::Value root = document.root();
    const json::Value info = root.member(u"info");
    const bool isCollection = root.member(u"item").isArray() && (info.member(u"_postman_id").isValid() || info.member(u"schema").toString().contains(QLatin1String("getpostman.com")));
    const json::Value url = root.member(u"request").member(u"url");
    return isCollection || (root.member(u"request").member(u"method").isString() && (url.isObject() || (url.isString() && root.member(u"name").isString() && !root.member(u"response").isObject())));
}

Imported importPostman(const QByteArray &bytes)
{
    const json::Document document = json::Document::parse(bytes);
    DraftBuilder builder(ImportForm::Postman, bytes);
    if (const auto error = document.error())
        builder.complain(Tr::tr("The collection is no JSON from here on: %1. What stands before was taken.").arg(error->reason), error->offset);
    PostmanReader(document, builder).run();
    return builder.finished();
}

bool isPostmanEnvironment(const json::Document &document)
{
    const json::Value root = document.root();
    return root.member(u"values").isArray() && root.member(u"name").isString()
        && (root.member(u"_postman_variable_scope").isValid() || root.member(u"values").at(0).member(u"key").isValid());
}

Imported importPostmanEnvironment(const QByteArray &bytes)
{
    const json::Document document = json::Document::parse(bytes);
    DraftBuilder builder(ImportForm::PostmanEnvironment, bytes);
    ImportedEnvironment environment;
    environment.name = document.root().member(u"name").toString();
    for (json::Value one = document.root().member(u"values").firstChild(); one.isValid(); one = one.nextSibling()) {
        const QString name = one.member(u"key").toString();
        const QString value = one.member(u"value").toString();
        if (name.isEmpty() || one.member(u"enabled").toBool() == false)
            continue;
        const QString alike = name.toLower().remove(QLatin1Char('_'));
        if (one.member(u"type").toString() == QLatin1String("secret") || SecretFinder::isSecretName(name)) {
            environment.secrets.append(name);
            builder.addSecret(name.toUtf8(), value.toUtf8(), Tr::tr("variable %1").arg(name));
        } else if (alike == QLatin1String("baseurl")) {
            environment.baseUrl = value;
        } else {
            environment.variables.append({name, value});
        }
    }
    builder.imported().environments.append(environment);
    if (const auto error = document.error())
        builder.complain(Tr::tr("The environment is no JSON from here on: %1. What stands before was taken.").arg(error->reason), error->offset);
    return builder.finished();
}

} // namespace actionscope::exchange
