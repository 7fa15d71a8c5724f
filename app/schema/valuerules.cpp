// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/valuerules.h"

#include "app/schema/equality.h"

#include <QSet>

#include <algorithm>

namespace actionscope::schema {

namespace {

constexpr std::pair<const char *, int> typeNames[] = {
    {"null", NullType},
    {"boolean", BooleanType},
    {"integer", IntegerType},
    {"number", NumberType},
    {"string", StringType},
    {"array", ArrayType},
    {"object", ObjectType},
};

int typeBitOf(const json::Value &value)
{
    switch (value.type()) {
    case json::Type::Null:
        return NullType;
    case json::Type::False:
    case json::Type::True:
        return BooleanType;
    case json::Type::Number:
        return json::Decimal(value.raw()).isInteger() ? IntegerType : NumberType;
    case json::Type::String:
        return StringType;
    case json::Type::Array:
        return ArrayType;
    case json::Type::Object:
        break;
    }
    return ObjectType;
}

QStringList stringsOf(const json::Value &array)
{
    QStringList strings;
    for (json::Value item = array.firstChild(); item.isValid(); item = item.nextSibling()) {
        if (item.isString())
            strings.append(item.toString());
    }
    return strings;
}

} // namespace

int typeBit(const QString &name)
{
    for (const auto &[known, bit] : typeNames) {
        if (name == QLatin1String(known))
            return bit;
    }
    return 0;
}

int typesOf(const json::Value &schema)
{
    const json::Value type = schema.member(u"type");
    if (type.isString())
        return typeBit(type.toString());
    int types = 0;
    for (json::Value one = type.isArray() ? type.firstChild() : json::Value(); one.isValid(); one = one.nextSibling()) {
        const int bit = typeBit(one.toString());
        if (bit == 0)
            return 0;
        types |= bit;
    }
    return types;
}

QString typeNameOf(const json::Value &value)
{
    const int bit = typeBitOf(value);
    for (const auto &[name, known] : typeNames) {
        if (known == bit)
            return QLatin1String(name);
    }
    return {};
}

bool isOfType(const json::Value &value, int types)
{
    const int bit = typeBitOf(value);
    return (types & bit) != 0 || (bit == IntegerType && (types & NumberType) != 0);
}

std::optional<qint64> wholeNumber(const json::Value &value)
{
    if (const auto integer = value.toInteger())
        return integer;
    if (!value.isNumber() || !json::Decimal(value.raw()).isInteger())
        return {};
    constexpr double farAway = 9e15;
    return qint64(std::clamp(value.raw().toByteArray().toDouble(), -farAway, farAway));
}

qsizetype characterCount(QStringView text)
{
    return text.size()
        - std::count_if(text.begin(), text.end(), [&text](const QChar &c) {
              return c.isLowSurrogate() && &c != text.data() && (&c - 1)->isHighSurrogate();
          });
}

QRegularExpression readPattern(QString pattern)
{
    // The one way to write a character that ECMA 262 has and PCRE has not.
    static const QRegularExpression unicode(QStringLiteral("(?<!\\\\)((?:\\\\\\\\)*)\\\\u([0-9A-Fa-f]{4})"));
    pattern.replace(unicode, QStringLiteral("\\1\\x{\\2}"));
    return QRegularExpression(pattern);
}

ValueRules::ValueRules(const json::Value &schema)
    : m_types(typesOf(schema))
    , m_itemsDiffer(schema.member(u"uniqueItems").toBool().value_or(false))
    , m_constant(schema.member(u"const"))
    , m_required(stringsOf(schema.member(u"required")))
{
    readChoices(schema);
    readBounds(schema);
    if (const json::Value pattern = schema.member(u"pattern"); pattern.isString()) {
        if (const QRegularExpression read = readPattern(pattern.toString()); read.isValid())
            m_pattern = read;
    }
    const json::Value dependencies = schema.member(u"dependencies");
    for (json::Value one = dependencies.firstChild(); one.isValid(); one = one.nextSibling()) {
        if (one.hasKey() && one.isArray())
            m_dependencies.append({one.key(), stringsOf(one)});
    }
}

void ValueRules::readChoices(const json::Value &schema)
{
    const json::Value choices = schema.member(u"enum");
    m_hasChoices = choices.isArray() && choices.count() > 0;
    for (json::Value one = m_hasChoices ? choices.firstChild() : json::Value(); one.isValid(); one = one.nextSibling())
        m_choices.emplace_back(hashOf(one), one);
}

void ValueRules::readBounds(const json::Value &schema)
{
    const auto readNumber = [&](const char *rule, const char *exclusiveRule, bool isUpper) {
        const json::Value exclusive = schema.member(QString::fromLatin1(exclusiveRule));
        const json::Value bound = schema.member(QString::fromLatin1(rule));
        // OpenAPI 3.0 and draft 4 write the exclusive bound as a flag beside the other.
        const bool isExclusive = exclusive.toBool().value_or(false);
        if (bound.isNumber())
            m_numberBounds.push_back({isExclusive ? exclusiveRule : rule, json::Decimal(bound.raw()), isUpper, isExclusive});
        if (exclusive.isNumber())
            m_numberBounds.push_back({exclusiveRule, json::Decimal(exclusive.raw()), isUpper, true});
    };
    readNumber("minimum", "exclusiveMinimum", false);
    readNumber("maximum", "exclusiveMaximum", true);
    if (const json::Value divisor = schema.member(u"multipleOf"); divisor.isNumber())
        m_divisor = json::Decimal(divisor.raw());
    const auto readSize = [&](const char *rule, json::Type type, bool isUpper) {
        if (const auto size = wholeNumber(schema.member(QString::fromLatin1(rule))))
            m_sizeBounds.push_back({rule, type, *size, isUpper});
    };
    readSize("minLength", json::Type::String, false);
    readSize("maxLength", json::Type::String, true);
    readSize("minItems", json::Type::Array, false);
    readSize("maxItems", json::Type::Array, true);
    readSize("minProperties", json::Type::Object, false);
    readSize("maxProperties", json::Type::Object, true);
}

void ValueRules::check(const json::Value &input, const Report &report) const
{
    if (m_types != 0 && !isOfType(input, m_types)) {
        report("type", -1); // the other rules would only say it again
        return;
    }
    if (m_hasChoices && !isChoice(input))
        report("enum", -1);
    if (m_constant.isValid() && !isEqual(m_constant, input))
        report("const", -1);
    if (input.isNumber())
        checkNumber(input, report);
    checkSize(input, report);
    if (m_pattern && input.isString()) {
        // One that ran into PCRE's limit is not valid; what cannot be said is not held against the input.
        const QRegularExpressionMatch match = m_pattern->match(input.toString());
        if (match.isValid() && !match.hasMatch())
            report("pattern", -1);
    }
    if (m_itemsDiffer && input.isArray()) {
        if (const qsizetype repeated = firstRepeatedItem(input); repeated >= 0)
            report("uniqueItems", repeated);
    }
    if (input.isObject())
        checkNames(input, report);
}

bool ValueRules::isChoice(const json::Value &input) const
{
    const std::size_t hash = hashOf(input);
    return std::any_of(m_choices.begin(), m_choices.end(),
        [&](const auto &choice) { return choice.first == hash && isEqual(choice.second, input); });
}

void ValueRules::checkNumber(const json::Value &input, const Report &report) const
{
    const json::Decimal number(input.raw());
    for (const NumberBound &bound : m_numberBounds) {
        const auto order = bound.isUpper ? bound.number <=> number : number <=> bound.number;
        if (order < 0 || (order == 0 && bound.isExclusive))
            report(bound.rule, -1);
    }
    if (m_divisor && !number.isMultipleOf(*m_divisor))
        report("multipleOf", -1);
}

void ValueRules::checkSize(const json::Value &input, const Report &report) const
{
    for (const SizeBound &bound : m_sizeBounds) {
        if (bound.type != input.type())
            continue;
        const qint64 size = input.isString() ? characterCount(input.toString()) : input.count();
        if (bound.isUpper ? size > bound.size : size < bound.size)
            report(bound.rule, -1);
    }
}

void ValueRules::checkNames(const json::Value &input, const Report &report) const
{
    if (m_required.isEmpty() && m_dependencies.isEmpty())
        return;
    QSet<QString> names;
    for (json::Value member = input.firstChild(); member.isValid(); member = member.nextSibling())
        names.insert(member.key());
    for (qsizetype i = 0; i < m_required.size(); ++i) {
        if (!names.contains(m_required[i]))
            report("required", i);
    }
    for (qsizetype i = 0; i < m_dependencies.size(); ++i) {
        const auto &[name, needed] = m_dependencies[i];
        const auto isThere = [&](const QString &one) { return names.contains(one); };
        if (isThere(name) && !std::all_of(needed.begin(), needed.end(), isThere))
            report("dependencies", i);
    }
}

} // namespace actionscope::schema
