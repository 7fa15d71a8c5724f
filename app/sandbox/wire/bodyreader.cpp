// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/wire/bodyreader.h"

#include "app/base/tr.h"
#include "app/schema/validator.h"

#include <QFile>
#include <QHash>

#include <algorithm>

namespace actionscope::sandbox {

namespace {

schema::Validator readSchema(const QString &name)
{
    QFile file(QLatin1String(":/sandbox/wire/") + name);
    return schema::Validator(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
}

const schema::Validator &bodyValidator(const QString &name)
{
    static thread_local QHash<QString, schema::Validator> validators;
    auto known = validators.find(name);
    if (known == validators.end())
        known = validators.insert(name, readSchema(name));
    return *known;
}

} // namespace

tl::expected<json::Document, Refusal> readBody(
    const QByteArray &bytes, const QString &schemaName, PlainlyFits plainlyFits)
{
    const json::Document body = json::Document::parse(bytes.trimmed().isEmpty() ? QByteArrayLiteral("{}") : bytes);
    if (const auto error = body.error()) {
        const json::Place place = json::placeOf(bytes, error->offset);
        return tl::unexpected(Refusal {RefusalKind::BadBody,
            Tr::tr("The body is not JSON: line %1, column %2: %3.").arg(place.line).arg(place.column).arg(error->reason),
            Tr::tr("Send a JSON object.")});
    }
    if (!body.root().isObject()) {
        return tl::unexpected(Refusal {RefusalKind::BadBody,
            Tr::tr("The body is JSON, but not an object."), Tr::tr("Send a JSON object.")});
    }
    if (plainlyFits && plainlyFits(body.root()))
        return body;
    if (auto problems = bodyValidator(schemaName).problems(body.root()); !problems.isEmpty()) {
        const QString first = problems.first().sentence;
        return tl::unexpected(Refusal {
            RefusalKind::BadBody, first, Tr::tr("Correct the fields named in the details."), std::move(problems)});
    }
    return body;
}

bool isInputAndTexts(const json::Value &body, QByteArrayView inputName, std::initializer_list<QByteArrayView> textNames)
{
    for (json::Value member = body.firstChild(); member.isValid(); member = member.nextSibling()) {
        const QByteArrayView name = member.rawKey();
        const bool isText = std::find(textNames.begin(), textNames.end(), name) != textNames.end();
        if (isText ? !member.isString() : name != inputName || !member.isObject())
            return false;
    }
    return true;
}

QStringList pointerNames(const QString &pointer)
{
    QStringList names = pointer.split(QLatin1Char('/')).sliced(1);
    for (QString &name : names)
        name.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
    return names;
}

} // namespace actionscope::sandbox
