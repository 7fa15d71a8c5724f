// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/plantedsecrets.h"

#include "app/json/writer.h"

#include <QDirIterator>
#include <QFile>

namespace actionscope::tests {

namespace {

struct Planted
{
    const char *secret;
    const char *before; // what it stands behind in a text
    const char *after;
};

constexpr Planted inText[] = {
    {"ak_plantedprojectkey01", "key ", " "},
    {"uak_planteduserkey02", "key ", " "},
    {"ck_plantedclientkey03", "key ", " "},
    {"oak_plantedorgkey04", "key ", " "},
    {"Planted05/+bearer==", "Bearer ", " "},
    {"bWU6cGxhbnRlZDAwMDYh", "Basic ", " "},
    {"eyJhbGciplanted.eyJzdWIiplanted.planted07", "", " "},
    {"plantedawssignature08", "https://s3/x?X-Amz-Date=1&X-Amz-Signature=", " "},
    {"plantedawstoken09", "https://s3/x?X-Amz-Security-Token=", "&y=1 "},
    {"plantedgcssignature10", "https://storage/x?X-Goog-Expires=9&X-Goog-Signature=", " "},
    {"planted11%2Bazure%3D", "https://blob/x?se=1&sig=", " "},
    {"plantedquerytoken12", "https://h/x?access_token=", "&a=1 "},
    {"planted-userinfo-13", "postgres://me:", "@h/db "},
    {"sk-proj-plantedopenai14", "", " "},
    {"ghp_plantedgithub000015", "", " "},
    {"xoxb-planted-slack-16", "", " "},
    {"AKIAPLANTED00000017", "", " "},
    {"ya29.planted-google-18", "", " "},
    {"glpat-planted-gitlab-19", "", " "},
    {"AIzaPlantedMapsKey000000020", "", " "},
    {"npm_planted000000000021", "", " "},
    {"SG.planted22.planted22", "", " "},
    {"sk_live_planted23", "", " "},
    {"planted-assigned-24", "password=", ", "},
    {"hf_plantedhugging000025", "", " "},
};

constexpr Planted inObject[] = {
    {"planted/password\\26", "password", ""},
    {"planted-refresh-27", "refresh_token", ""},
    {"planted-secret-28", "clientSecret", ""},
    {"planted-session-29", "sessionToken", ""},
    {"-----BEGIN PRIVATE KEY-----\nplanted30\n-----END PRIVATE KEY-----", "pem", ""},
    {"sid=planted-cookie-31; x=1", "Cookie", ""},
    {"planted-amz-32", "X-Amz-Signature", ""},
    {"planted \"quoted\" 33", "api_key", ""},
};

constexpr const char *inAuthConfig[] = {"planted header 34", "planted parameter 35", "planted body 36"};

// In a text of JSON, in a text inside that, and in an address.
QByteArrayList spellingsOf(const QByteArray &secret)
{
    const auto escaped = [](const QByteArray &text) { return json::quoted(QString::fromUtf8(text)).chopped(1).sliced(1); };
    const QByteArray once = escaped(secret);
    return {secret, once, QByteArray(once).replace("/", "\\/"), escaped(once), secret.toPercentEncoding()};
}

} // namespace

QByteArrayList plantedSecrets()
{
    QByteArrayList secrets;
    for (const Planted &planted : inText)
        secrets.append(planted.secret);
    for (const Planted &planted : inObject)
        secrets.append(planted.secret);
    for (const char *secret : inAuthConfig)
        secrets.append(secret);
    return secrets;
}

QByteArray plantedText()
{
    QByteArray text;
    for (const Planted &planted : inText)
        text += QByteArray(planted.before) + planted.secret + planted.after;
    return text;
}

QByteArray plantedObject()
{
    json::ObjectWriter object;
    object.addString("all", QString::fromUtf8(plantedText()));
    for (const Planted &planted : inObject)
        object.addString(planted.before, QString::fromUtf8(planted.secret));
    json::ObjectWriter inside; // as a text inside a text
    inside.addString("all", QString::fromUtf8(plantedText()));
    inside.addString("password", QString::fromUtf8(inObject[0].secret));
    object.addString("inside", QString::fromUtf8(inside.finished()));
    return object.finished();
}

QByteArray plantedAuthConfig()
{
    json::ArrayWriter parameters;
    for (const auto &[value, where] : {std::pair(inAuthConfig[0], "header"), std::pair(inAuthConfig[1], "query")}) {
        json::ObjectWriter one;
        one.addString("name", u"X-Planted");
        one.addString("in", QString::fromLatin1(where));
        one.addString("value", QString::fromLatin1(value));
        parameters.addRaw(one.finished());
    }
    json::ObjectWriter body;
    body.addString("x", QString::fromLatin1(inAuthConfig[2]));
    json::ObjectWriter config;
    config.addRaw("parameters", parameters.finished());
    config.addRaw("body", body.finished());
    return config.finished();
}

QByteArrayList leaksIn(const QByteArray &bytes)
{
    QByteArrayList leaks;
    const QByteArrayList secrets = plantedSecrets();
    for (const QByteArray &secret : secrets) {
        const QByteArrayList spellings = spellingsOf(secret);
        if (std::any_of(spellings.cbegin(), spellings.cend(), [&](const QByteArray &spelling) { return bytes.contains(spelling); }))
            leaks.append(secret);
    }
    const QByteArray harmless = bytes.toLower().replace("x-planted", ""); // the name of a parameter
    if (const qsizetype half = harmless.indexOf("planted"); leaks.isEmpty() && half >= 0)
        leaks.append("half of one: " + harmless.mid(std::max<qsizetype>(0, half - 60), 120));
    return leaks;
}

QByteArray leaksBelow(const QString &folder)
{
    QByteArray lines;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        const QByteArrayList leaks = file.open(QIODevice::ReadOnly) ? leaksIn(file.readAll()) : QByteArrayList {"unreadable"};
        if (!leaks.isEmpty())
            lines += file.fileName().toUtf8() + ": " + leaks.join(", ") + '\n';
    }
    return lines;
}

} // namespace actionscope::tests
