// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/manifest.h"

#include "app/base/tr.h"

#include <QFile>

namespace actionscope::sandbox {

namespace {

constexpr int deepest = 100; // templates and schemas are walked recursively

int depthOf(QByteArrayView json)
{
    int depth = 0;
    int most = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString && c == '\\')
            ++i;
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == '{' || c == '['))
            most = qMax(most, ++depth);
        else if (!inString && (c == '}' || c == ']'))
            --depth;
    }
    return most;
}

const schema::Validator &manifestValidator()
{
    static const schema::Validator validator = [] {
        QFile file(QStringLiteral(":/sandbox/manifest.schema.json"));
        return schema::Validator(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }();
    return validator;
}

QStringList strings(const json::Value &list)
{
    QStringList result;
    for (json::Value item = list.firstChild(); item.isValid(); item = item.nextSibling())
        result.append(item.toString());
    return result;
}

Failure manifestFailure(const QString &name, const QString &reason)
{
    return failure(ErrorCode::InvalidInput, Tr::tr("The actions in %1 cannot be used: %2").arg(name, reason), {},
        Tr::tr("Correct the file; the other actions are there without it."));
}

App readApp(const json::Value &app)
{
    App result;
    result.key = app.member(u"key").toString();
    result.name = app.member(u"name").toString();
    result.description = app.member(u"description").toString();
    result.categories = strings(app.member(u"categories"));
    result.authSchemes = strings(app.member(u"auth_schemes"));
    result.isNoAuth = app.member(u"no_auth").toBool().value_or(false);
    return result;
}

} // namespace

Result<Manifest> parseManifest(const QByteArray &bytes, const QString &name)
{
    Manifest manifest;
    manifest.document = json::Document::parse(bytes);
    if (const auto error = manifest.document.error()) {
        const json::Place place = json::placeOf(bytes, error->offset);
        return manifestFailure(
            name, Tr::tr("line %1, column %2: %3").arg(place.line).arg(place.column).arg(error->reason));
    }
    if (depthOf(bytes) > deepest)
        return manifestFailure(name, Tr::tr("it is nested deeper than %1 levels.").arg(deepest));
    const json::Value root = manifest.document.root();
    const auto problems = manifestValidator().problems(root);
    if (!problems.isEmpty())
        return manifestFailure(name, problems.first().sentence);
    manifest.app = readApp(root.member(u"app"));
    const json::Value actions = root.member(u"actions");
    for (json::Value text = actions.firstChild(); text.isValid(); text = text.nextSibling()) {
        Action action;
        action.name = text.member(u"name").toString();
        action.displayName = text.member(u"displayName").toString();
        action.description = text.member(u"description").toString();
        action.appKey = manifest.app.key;
        action.tags = strings(text.member(u"tags"));
        action.isNoAuth = manifest.app.isNoAuth;
        action.parameters = text.member(u"parameters");
        action.validator = schema::Validator(action.parameters.raw().toByteArray());
        auto behaviour = makeBehaviour({text.member(u"behaviour"), root.member(u"data")});
        if (!behaviour)
            return manifestFailure(name, action.name + QLatin1String(": ") + behaviour.error().sentence);
        action.behaviour = std::move(*behaviour);
        manifest.actions.push_back(std::move(action));
    }
    manifest.app.actionCount = int(manifest.actions.size());
    return manifest;
}

} // namespace actionscope::sandbox
