// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/validate.h"

#include "app/base/tr.h"
#include "app/json/format.h"
#include "app/json/decimal.h"

#include <QStringList>

namespace actionscope::schema {

namespace {

constexpr qsizetype enoughViolations = 100;

QString childPath(const QString &path, QString name)
{
    name.replace(QLatin1Char('~'), QLatin1String("~0")).replace(QLatin1Char('/'), QLatin1String("~1"));
    return path + QLatin1Char('/') + name;
}

QString typeNameOf(const json::Value &value)
{
    switch (value.type()) {
    case json::Type::Null:
        return QStringLiteral("null");
    case json::Type::False:
    case json::Type::True:
        return QStringLiteral("boolean");
    case json::Type::Number:
        return json::Decimal(value.raw()).isInteger() ? QStringLiteral("integer") : QStringLiteral("number");
    case json::Type::String:
        return QStringLiteral("string");
    case json::Type::Array:
        return QStringLiteral("array");
    case json::Type::Object:
        break;
    }
    return QStringLiteral("object");
}

bool isOfType(const json::Value &value, const QString &type)
{
    const QString actual = typeNameOf(value);
    return type == actual || (type == QLatin1String("number") && value.isNumber());
}

bool isEqual(const json::Value &left, const json::Value &right)
{
    if (left.isNumber() && right.isNumber())
        return json::Decimal(left.raw()) == json::Decimal(right.raw());
    if (left.isString() && right.isString())
        return left.toString() == right.toString();
    return left.type() == right.type() && json::minified(left.raw()) == json::minified(right.raw());
}

// One walk over schema and input together.
class Validation final
{
public:
    QList<Violation> violations;

    void check(const json::Value &schema, const json::Value &input, const QString &path)
    {
        if (!schema.isObject() || violations.size() >= enoughViolations)
            return;
        if (input.isNull() && schema.member(u"nullable").toBool().value_or(false))
            return;
        const json::Value choices = schema.member(u"anyOf");
        if (choices.isArray() ? !checkAnyOf(choices, input, path) : !checkType(schema, input, path))
            return;
        checkEnum(schema, input, path);
        checkBounds(schema, input, path);
        if (input.isObject())
            checkMembers(schema, input, path);
        if (input.isArray())
            checkItems(schema, input, path);
    }

private:
    void report(const QString &path, const char *rule, const QString &sentence)
    {
        violations.append({path, QLatin1String(rule), sentence});
    }

    static QString nameOf(const QString &path)
    {
        return path.isEmpty() ? Tr::tr("The input") : path.sliced(1).replace(QLatin1Char('/'), QLatin1Char('.'));
    }

    bool checkAnyOf(const json::Value &choices, const json::Value &input, const QString &path)
    {
        for (json::Value choice = choices.firstChild(); choice.isValid(); choice = choice.nextSibling()) {
            if (validate(choice, input).isEmpty())
                return true;
        }
        report(path, "anyOf", Tr::tr("%1 has none of the forms that are allowed here.").arg(nameOf(path)));
        return false;
    }

    bool checkType(const json::Value &schema, const json::Value &input, const QString &path)
    {
        const json::Value type = schema.member(u"type");
        QStringList allowed;
        if (type.isString())
            allowed.append(type.toString());
        for (json::Value one = type.firstChild(); one.isValid(); one = one.nextSibling())
            allowed.append(one.toString());
        allowed.removeAll(QString());
        for (const QString &name : std::as_const(allowed)) {
            if (isOfType(input, name))
                return true;
        }
        if (allowed.isEmpty())
            return true;
        report(path, "type",
            Tr::tr("%1 must be of type %2, but is of type %3.")
                .arg(nameOf(path), allowed.join(Tr::tr(" or ")), typeNameOf(input)));
        return false;
    }

    void checkEnum(const json::Value &schema, const json::Value &input, const QString &path)
    {
        const json::Value allowed = schema.member(u"enum");
        if (!allowed.isArray())
            return;
        QStringList names;
        for (json::Value one = allowed.firstChild(); one.isValid(); one = one.nextSibling()) {
            if (isEqual(one, input))
                return;
            names.append(one.isString() ? one.toString() : QString::fromUtf8(one.raw()));
        }
        report(path, "enum",
            Tr::tr("%1 must be one of: %2.").arg(nameOf(path), names.join(QLatin1String(", "))));
    }

    void checkBounds(const json::Value &schema, const json::Value &input, const QString &path)
    {
        if (!input.isNumber())
            return;
        const json::Decimal number(input.raw());
        const json::Value minimum = schema.member(u"minimum");
        if (minimum.isNumber() && number < json::Decimal(minimum.raw())) {
            report(path, "minimum",
                Tr::tr("%1 must not be less than %2.").arg(nameOf(path), QString::fromUtf8(minimum.raw())));
        }
        const json::Value maximum = schema.member(u"maximum");
        if (maximum.isNumber() && number > json::Decimal(maximum.raw())) {
            report(path, "maximum",
                Tr::tr("%1 must not be greater than %2.").arg(nameOf(path), QString::fromUtf8(maximum.raw())));
        }
    }

    void checkMembers(const json::Value &schema, const json::Value &input, const QString &path)
    {
        const json::Value required = schema.member(u"required");
        for (json::Value name = required.firstChild(); name.isValid(); name = name.nextSibling()) {
            if (input.member(name.toString()).isValid())
                continue;
            const QString missing = childPath(path, name.toString());
            report(missing, "required", Tr::tr("%1 is required.").arg(nameOf(missing)));
        }
        const json::Value properties = schema.member(u"properties");
        for (json::Value property = properties.firstChild(); property.isValid();
             property = property.nextSibling()) {
            const QString name = property.key();
            if (const json::Value member = input.member(name); member.isValid())
                check(property, member, childPath(path, name));
        }
    }

    void checkItems(const json::Value &schema, const json::Value &input, const QString &path)
    {
        const json::Value items = schema.member(u"items");
        if (!items.isObject())
            return;
        qsizetype position = 0;
        for (json::Value item = input.firstChild(); item.isValid() && violations.size() < enoughViolations;
             item = item.nextSibling())
            check(items, item, childPath(path, QString::number(position++)));
    }
};

} // namespace

QList<Violation> validate(const json::Value &schema, const json::Value &input)
{
    Validation validation;
    validation.check(schema, input, QString());
    return validation.violations;
}

} // namespace actionscope::schema
