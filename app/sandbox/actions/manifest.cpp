// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/manifest.h"

#include "app/base/tr.h"
#include "app/sandbox/actions/templatecheck.h"

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

QString placedReason(const QByteArray &bytes, qsizetype offset, const QString &reason)
{
    const json::Place place = json::placeOf(bytes, offset);
    return Tr::tr("line %1, column %2: %3").arg(place.line).arg(place.column).arg(reason);
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
    result.baseUrl = app.member(u"base_url").toString();
    result.auth = app.member(u"auth").raw().toByteArray();
    result.connection = app.member(u"connection").raw().toByteArray();
    return result;
}

std::vector<Seed> readSeeds(const json::Value &list)
{
    std::vector<Seed> seeds;
    for (json::Value text = list.firstChild(); text.isValid(); text = text.nextSibling()) {
        Seed seed {text.member(u"table").toString(), text.member(u"partition").toString(), {}};
        const json::Value records = text.member(u"records");
        for (json::Value record = records.firstChild(); record.isValid(); record = record.nextSibling())
            seed.records.append(record.raw().toByteArray());
        seeds.push_back(std::move(seed));
    }
    return seeds;
}

Action readAction(const json::Value &text, const App &app, const json::Document &document)
{
    Action action;
    action.name = text.member(u"name").toString();
    action.displayName = text.member(u"displayName").toString();
    action.description = text.member(u"description").toString();
    action.appKey = app.key;
    action.tags = strings(text.member(u"tags"));
    action.isNoAuth = app.isNoAuth;
    action.parameters = text.member(u"parameters");
    action.validator = schema::Validator(action.parameters.raw().toByteArray());
    action.example = text.member(u"example");
    action.document = document;
    return action;
}

} // namespace

Result<Manifest> parseManifest(const QByteArray &bytes, const QString &name)
{
    const json::Document document = json::Document::parse(bytes);
    if (const auto error = document.error())
        return manifestFailure(name, placedReason(bytes, error->offset, error->reason));
    if (depthOf(bytes) > deepest)
        return manifestFailure(name, Tr::tr("it is nested deeper than %1 levels.").arg(deepest));
    const json::Value root = document.root();
    if (!root.isObject())
        return manifestFailure(name, placedReason(bytes, root.begin(), Tr::tr("an object with app and actions belongs here.")));
    const auto problems = manifestValidator().problems(root);
    if (!problems.isEmpty())
        return manifestFailure(name, placedReason(bytes, problems.first().begin, problems.first().sentence));
    const json::Value app = root.member(u"app");
    for (const auto &[member, names] : {std::pair(u"auth", QStringLiteral("connection")), std::pair(u"connection", QStringLiteral("secret"))}) {
        if (const auto fault = templateFault(app.member(member), {names}))
            return manifestFailure(name, placedReason(bytes, fault->place.begin(), fault->reason));
    }
    Manifest manifest;
    manifest.app = readApp(app);
    manifest.seeds = readSeeds(root.member(u"seeds"));
    const json::Value actions = root.member(u"actions");
    for (json::Value text = actions.firstChild(); text.isValid(); text = text.nextSibling()) {
        Action action = readAction(text, manifest.app, document);
        const json::Value spec = text.member(u"behaviour");
        auto behaviour = makeBehaviour({spec, root.member(u"data")});
        std::optional<ManifestFault> fault = templateFault(spec, {QStringLiteral("connection")});
        if (!behaviour)
            fault = ManifestFault {spec, behaviour.error().sentence};
        if (fault) {
            return manifestFailure(
                name, placedReason(bytes, fault->place.begin(), action.name + QLatin1String(": ") + fault->reason));
        }
        // Whoever holds the behaviour holds its text.
        action.behaviour = [document, act = std::move(*behaviour)](const Call &call) {
            auto outcome = act(call);
            if (outcome && outcome->errand) {
                Errand errand = *outcome->errand;
                errand.manifest = document;
                outcome->errand = std::make_shared<const Errand>(std::move(errand));
            }
            return outcome;
        };
        manifest.actions.push_back(std::move(action));
    }
    manifest.app.actionCount = int(manifest.actions.size());
    return manifest;
}

} // namespace actionscope::sandbox
