// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/schema.h"

#include "app/json/decimal.h"
#include "app/json/format.h"
#include "app/schema/fieldreader.h"
#include "app/schema/layers.h"
#include "app/schema/troublefinder.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace actionscope::schema {

namespace {

constexpr int unfit = -1000;
constexpr int deepestFit = 8; // a variant of a variant of …

// Every schema that says something of a field's members.
QList<json::Value> schemasAround(const json::Value &root, const Field &field)
{
    QList<json::Value> schemas;
    if (field.around.isValid())
        schemas = layersOf(root, field.around).schemas;
    return schemas + layersOf(root, field.schema).schemas;
}

QSet<QString> requiredNames(const QList<json::Value> &schemas, QStringList *inOrder = nullptr)
{
    QSet<QString> names;
    for (const json::Value &schema : schemas) {
        const json::Value list = schema.member(u"required");
        for (json::Value one = list.firstChild(); one.isValid(); one = one.nextSibling()) {
            if (!one.isString() || names.contains(one.toString()))
                continue;
            names.insert(one.toString());
            if (inOrder)
                inOrder->append(one.toString());
        }
    }
    return names;
}

bool saysRequired(const json::Value &property)
{
    return property.member(u"required").toBool().value_or(false); // as draft 3 did
}

Field unknownField(const QString &name)
{
    Field field;
    field.name = name;
    field.title = inWords(name);
    field.isRequired = true;
    return field;
}

bool isEqual(QByteArrayView choice, const json::Value &value)
{
    const json::Document document = json::Document::parse(choice.toByteArray());
    const json::Value root = document.root();
    if (root.isNumber() && value.isNumber())
        return json::Decimal(root.raw()) == json::Decimal(value.raw());
    if (root.isString() && value.isString())
        return root.toString() == value.toString();
    return root.type() == value.type() && json::minified(root.raw()) == json::minified(value.raw());
}

bool isOfType(const QString &type, const json::Value &value)
{
    if (type == QLatin1String("string"))
        return value.isString();
    if (type == QLatin1String("integer"))
        return value.isNumber() && json::Decimal(value.raw()).isInteger();
    if (type == QLatin1String("number"))
        return value.isNumber();
    if (type == QLatin1String("boolean"))
        return value.isBool();
    return type == QLatin1String("array") ? value.isArray() : value.isObject();
}

// How well a value suits a field; below zero: not at all.
int fitOf(const Schema &schema, const Field &field, const json::Value &value, int depth);

int memberFit(const Schema &schema, const Field &field, const json::Value &value, int depth)
{
    int fit = 10;
    for (json::Value child = value.firstChild(); child.isValid(); child = child.nextSibling()) {
        const auto member = schema.memberOf(field, child.key());
        if (!member)
            --fit;
        else if (member->kind == FieldKind::Enum || member->kind == FieldKind::Object)
            fit += fitOf(schema, *member, child, depth + 1) > 0 ? 6 : -20;
        else
            fit += fitOf(schema, *member, child, depth + 1) > 0 ? 2 : -2;
    }
    const QList<Field> members = schema.fieldsOf(field);
    for (const Field &member : members)
        fit -= member.isRequired && !value.member(member.name).isValid() ? 2 : 0;
    return fit;
}

int fitOf(const Schema &schema, const Field &field, const json::Value &value, int depth)
{
    if (depth > deepestFit)
        return 0;
    if (field.kind == FieldKind::Variant) {
        int best = unfit;
        for (qsizetype i = 0; i < field.variants.size(); ++i)
            best = std::max(best, fitOf(schema, schema.variantOf(field, i), value, depth + 1));
        return best - 1; // what says directly what it is comes first
    }
    if (field.kind == FieldKind::Enum) {
        const bool isOne = std::any_of(field.choices.begin(), field.choices.end(),
            [&](const QByteArray &choice) { return isEqual(choice, value); });
        return isOne ? 20 : unfit;
    }
    if (field.type.isEmpty() && field.kind != FieldKind::File)
        return 1;
    if (field.kind == FieldKind::File ? !value.isObject() : !isOfType(field.type, value))
        return unfit;
    if (field.kind == FieldKind::Object || field.kind == FieldKind::File)
        return memberFit(schema, field, value, depth);
    const json::Value first = value.firstChild();
    if (field.kind == FieldKind::Array && first.isValid())
        return fitOf(schema, schema.itemOf(field), first, depth + 1) > 0 ? 14 : 4;
    return field.type == QLatin1String("number") ? 9 : 10; // an integer is the better choice for 1
}

} // namespace

Schema::Schema(const QByteArray &json)
    : m_document(json::Document::parse(json))
    , m_troubles(findTroubles(m_document))
{
}

bool Schema::isEmpty() const { return !m_document.root().isObject() || m_document.root().count() == 0; }

Field Schema::rootField() const
{
    Field field = readField(layersOf(root(), root()), {});
    field.schema = root().isObject() ? root() : json::Value();
    return field;
}

QList<Field> Schema::fields() const { return fieldsOf(rootField()); }

QList<Field> Schema::fieldsOf(const Field &field) const
{
    const QList<json::Value> schemas = schemasAround(root(), field);
    QStringList inOrder;
    const QSet<QString> required = requiredNames(schemas, &inOrder);
    QList<Field> fields;
    QSet<QString> seen;
    for (const json::Value &schema : schemas) {
        const json::Value properties = schema.member(u"properties");
        if (!properties.isObject())
            continue;
        fields.reserve(fields.size() + properties.count());
        for (json::Value one = properties.firstChild(); one.isValid(); one = one.nextSibling()) {
            const QString name = one.key();
            if (seen.contains(name))
                continue;
            seen.insert(name);
            Field member = readField(layersOf(root(), one), name);
            member.schema = one;
            member.isRequired = required.contains(name) || saysRequired(one);
            fields.append(member);
        }
    }
    for (const QString &name : std::as_const(inOrder)) {
        if (!seen.contains(name))
            fields.append(unknownField(name));
    }
    return fields;
}

std::optional<Field> Schema::memberOf(const Field &field, const QString &name) const
{
    const QList<json::Value> schemas = schemasAround(root(), field);
    const bool isRequired = requiredNames(schemas).contains(name);
    for (const json::Value &schema : schemas) {
        const json::Value property = schema.member(u"properties").member(name);
        if (!property.isValid())
            continue;
        Field member = readField(layersOf(root(), property), name);
        member.schema = property;
        member.isRequired = isRequired || saysRequired(property);
        return member;
    }
    return isRequired ? std::optional(unknownField(name)) : std::nullopt;
}

Field Schema::itemOf(const Field &field) const
{
    const QList<json::Value> schemas = layersOf(root(), field.schema).schemas;
    for (const json::Value &schema : schemas) {
        const json::Value items = schema.member(u"items");
        if (!items.isValid())
            continue;
        Field item = readField(layersOf(root(), items), {});
        item.schema = items;
        return item;
    }
    return {};
}

Field Schema::variantOf(const Field &field, qsizetype position) const
{
    if (position < 0 || position >= field.variants.size())
        return {};
    const json::Value &variant = field.variants[position];
    const bool isTypeName = variant.isString();
    const json::Value schema = isTypeName ? field.schema : variant;
    Field chosen = readField(layersOf(root(), schema), field.name, isTypeName ? variant.toString() : QString());
    chosen.schema = schema;
    chosen.around = isTypeName ? field.around : field.schema;
    chosen.isRequired = field.isRequired;
    chosen.isNullable |= field.isNullable;
    if (chosen.description.isEmpty())
        chosen.description = field.description;
    if (chosen.defaultValue.isEmpty())
        chosen.defaultValue = field.defaultValue;
    return chosen;
}

qsizetype Schema::fittingVariant(const Field &field, const json::Value &value) const
{
    qsizetype best = 0;
    int bestFit = std::numeric_limits<int>::min();
    for (qsizetype i = 0; i < field.variants.size() && value.isValid(); ++i) {
        const int fit = fitOf(*this, variantOf(field, i), value, 0);
        if (fit > bestFit) {
            best = i;
            bestFit = fit;
        }
    }
    return best;
}

std::optional<Field> Schema::fieldAt(const QStringList &path, const json::Value &input) const
{
    Field field = rootField();
    json::Value value = input;
    for (const QString &step : path) {
        for (int depth = 0; field.kind == FieldKind::Variant && depth < deepestFit; ++depth)
            field = variantOf(field, fittingVariant(field, value));
        if (field.kind == FieldKind::Array) {
            bool isPosition = false;
            const qlonglong position = step.toLongLong(&isPosition);
            if (!isPosition)
                return {};
            field = itemOf(field);
            value = value.isArray() ? value.at(position) : json::Value();
            continue;
        }
        const auto member = memberOf(field, step);
        if (!member)
            return {};
        field = *member;
        value = value.member(step);
    }
    return field;
}

} // namespace actionscope::schema
