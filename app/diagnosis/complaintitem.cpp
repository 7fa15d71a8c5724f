// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/complaintitem.h"

#include <QRegularExpression>

namespace actionscope::diagnosis {

namespace {

QString textOf(const json::Value &object, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const QString text = object.member(QString(QLatin1String(name))).toString();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

QString firstText(const json::Value &value) { return value.isArray() ? value.at(0).toString() : value.toString(); }

QStringList listNames(const json::Value &list)
{
    QStringList names;
    for (json::Value step = list.firstChild(); list.isArray() && step.isValid(); step = step.nextSibling())
        names.append(step.isString() ? step.toString() : QString::fromUtf8(step.raw()));
    return names;
}

QStringList namesIn(const json::Value &object)
{
    // GraphQL has a path as well, but it leads to the answer's own member.
    const bool isGraphQl = object.member(u"locations").isValid() || object.member(u"extensions").isValid();
    for (const char *name : {"loc", "path"}) {
        if (const QStringList names = listNames(object.member(QString(QLatin1String(name)))); !names.isEmpty() && !isGraphQl)
            return names;
    }
    if (const QString name = textOf(object, {"field", "param", "propertyName"}); !name.isEmpty())
        return pathNames(name);
    if (const QString name = firstText(object.member(u"context").member(u"propertyName")); !name.isEmpty())
        return pathNames(name);
    if (const QString way = object.member(u"source").member(u"pointer").toString(); !way.isEmpty())
        return way.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (object.member(u"locationType").toString() == QLatin1String("parameter"))
        return pathNames(object.member(u"location").toString());
    const bool isJudged = object.member(u"isValid").toBool() == std::optional(false);
    return isJudged ? pathNames(object.member(u"name").toString()) : QStringList();
}

QString ruleOf(const QString &code, bool isPlaced)
{
    static const QStringList required {QStringLiteral("missing_field"), QStringLiteral("required"), QStringLiteral("parameter_missing"),
        QStringLiteral("value_error.missing"), QStringLiteral("MISSING"), QStringLiteral("blank")};
    static const QStringList unknown {QStringLiteral("extra_forbidden"), QStringLiteral("unrecognized_keys"),
        QStringLiteral("parameter_unknown"), QStringLiteral("value_error.extra")};
    static const QRegularExpression type(QStringLiteral("^(invalid_type|parameter_invalid_(integer|string|array|boolean|object)|type_error.*|\\w+_(type|parsing))$"));
    // GitHub says “missing” of a thing that is not there, validators that name the place say it of a field.
    if (required.contains(code) || (isPlaced && code == QLatin1String("missing")))
        return QStringLiteral("required");
    if (unknown.contains(code))
        return QStringLiteral("unknown");
    return type.match(code).hasMatch() ? QStringLiteral("type") : code;
}

} // namespace

QStringList pathNames(const QString &path)
{
    static const QRegularExpression separators(QStringLiteral("[.\\[\\]]+"));
    return path.split(separators, Qt::SkipEmptyParts);
}

std::optional<ComplaintItem> readComplaintItem(const json::Value &object)
{
    const QStringList names = object.isObject() ? namesIn(object) : QStringList();
    if (names.isEmpty())
        return {};
    const QString code = textOf(object, {"code", "type", "reason", "error"});
    const QString surplus = firstText(object.member(u"keys"));
    ComplaintItem item {surplus.isEmpty() ? names : names + QStringList {surplus}, ruleOf(code, object.member(u"loc").isArray()), textOf(object, {"message", "msg", "description", "detail", "title"})};
    // Zod's “Required” is a wrong type that was received as nothing.
    if (object.member(u"received").toString() == QLatin1String("undefined"))
        item.rule = QStringLiteral("required");
    if (item.text.isEmpty())
        item.text = code;
    return item.text.isEmpty() ? std::nullopt : std::optional(item);
}

} // namespace actionscope::diagnosis
