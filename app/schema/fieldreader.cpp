// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/fieldreader.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

namespace actionscope::schema {

namespace {

// The keywords of all layers, the outer ones before the inner ones.
struct Keywords
{
    json::Value title, description, type, format, choices, constant, examples, example, standard, nullable, uploadable;
    json::Value minimum, maximum, aboveMinimum, belowMaximum, minLength, maxLength, minItems, maxItems, pattern;
    json::Value items, properties;
};

constexpr std::array<std::pair<QByteArrayView, json::Value Keywords::*>, 22> keywordTable = {{
    {"\"title\"", &Keywords::title},
    {"\"description\"", &Keywords::description},
    {"\"type\"", &Keywords::type},
    {"\"format\"", &Keywords::format},
    {"\"enum\"", &Keywords::choices},
    {"\"const\"", &Keywords::constant},
    {"\"examples\"", &Keywords::examples},
    {"\"example\"", &Keywords::example},
    {"\"default\"", &Keywords::standard},
    {"\"nullable\"", &Keywords::nullable},
    {"\"file_uploadable\"", &Keywords::uploadable},
    {"\"minimum\"", &Keywords::minimum},
    {"\"maximum\"", &Keywords::maximum},
    {"\"exclusiveMinimum\"", &Keywords::aboveMinimum},
    {"\"exclusiveMaximum\"", &Keywords::belowMaximum},
    {"\"minLength\"", &Keywords::minLength},
    {"\"maxLength\"", &Keywords::maxLength},
    {"\"minItems\"", &Keywords::minItems},
    {"\"maxItems\"", &Keywords::maxItems},
    {"\"pattern\"", &Keywords::pattern},
    {"\"items\"", &Keywords::items},
    {"\"properties\"", &Keywords::properties},
}};

Keywords keywordsOf(const Layers &layers)
{
    Keywords found;
    for (qsizetype i = layers.schemas.size() - 1; i >= 0; --i) {
        for (json::Value one = layers.schemas[i].firstChild(); one.isValid(); one = one.nextSibling()) {
            for (const auto &[name, place] : keywordTable) {
                if (one.rawKey() == name)
                    found.*place = one;
            }
        }
    }
    return found;
}

bool isTrue(const json::Value &value) { return value.toBool().value_or(false); }

QByteArray rawOf(const json::Value &value) { return value.raw().toByteArray(); }

QStringList typesOf(const json::Value &type, bool *isNullable)
{
    QStringList names;
    if (type.isString())
        names.append(type.toString());
    for (json::Value one = type.firstChild(); one.isValid(); one = one.nextSibling())
        names.append(one.toString());
    *isNullable |= names.removeAll(QStringLiteral("null")) > 0;
    QStringList known;
    for (const QString &name : std::as_const(names)) {
        const QString one = knownType(name);
        if (!one.isEmpty() && !known.contains(one))
            known.append(one);
    }
    if (known.contains(QLatin1String("integer")) && known.contains(QLatin1String("number")))
        known.removeAll(QStringLiteral("integer"));
    return known;
}

// Where the schema names no type, what else it says may tell it.
QString impliedType(const Keywords &keywords)
{
    if (keywords.properties.isObject())
        return QStringLiteral("object");
    if (keywords.items.isValid() || keywords.minItems.isValid() || keywords.maxItems.isValid())
        return QStringLiteral("array");
    if (keywords.minimum.isNumber() || keywords.maximum.isNumber())
        return QStringLiteral("number");
    const bool isText = keywords.minLength.isNumber() || keywords.maxLength.isNumber() || keywords.pattern.isString();
    return isText || keywords.format.isString() ? QStringLiteral("string") : QString();
}

FieldKind kindOfType(const QString &type, const Keywords &keywords)
{
    if (type == QLatin1String("string"))
        return FieldKind::String;
    if (type == QLatin1String("integer"))
        return FieldKind::Integer;
    if (type == QLatin1String("number"))
        return FieldKind::Number;
    if (type == QLatin1String("boolean"))
        return FieldKind::Boolean;
    if (type == QLatin1String("array"))
        return FieldKind::Array;
    return type == QLatin1String("object") && keywords.properties.count() > 0 ? FieldKind::Object : FieldKind::Free;
}

void readChoices(const Keywords &keywords, Field &field)
{
    if (keywords.constant.isValid() && !keywords.constant.isNull())
        field.choices.append(rawOf(keywords.constant));
    for (json::Value one = keywords.choices.firstChild(); one.isValid() && keywords.choices.isArray();
         one = one.nextSibling()) {
        if (one.isNull())
            field.isNullable = true;
        else if (!field.choices.contains(rawOf(one)))
            field.choices.append(rawOf(one));
    }
}

// Several choices that are one value each are an enum written at length.
bool readConstantVariants(const Layers &layers, Field &field)
{
    QList<QByteArray> choices;
    for (const json::Value &variant : layers.variants) {
        const json::Value constant = variant.member(u"const");
        const json::Value list = variant.member(u"enum");
        if (!constant.isValid() && list.count() == 0)
            return false;
        if (constant.isValid())
            choices.append(rawOf(constant));
        for (json::Value one = list.firstChild(); one.isValid(); one = one.nextSibling())
            choices.append(rawOf(one));
    }
    field.choices += choices;
    return !choices.isEmpty();
}

QList<json::Value> namesOfTypes(const json::Value &type)
{
    QList<json::Value> names;
    for (json::Value one = type.firstChild(); one.isValid(); one = one.nextSibling()) {
        if (!knownType(one.toString()).isEmpty())
            names.append(one);
    }
    return names;
}

void readKind(const Layers &layers, const Keywords &keywords, const QString &chosenType, Field &field)
{
    QStringList types = typesOf(keywords.type, &field.isNullable);
    if (!chosenType.isEmpty())
        types = QStringList {knownType(chosenType)};
    else if (types.isEmpty() && layers.variants.isEmpty())
        types = QStringList {impliedType(keywords)};
    field.type = types.size() == 1 ? types.first() : QString();
    const bool isContainer = field.type == QLatin1String("array") || field.type == QLatin1String("object");
    if (!isContainer)
        readChoices(keywords, field);
    if (isTrue(keywords.uploadable)) {
        field.kind = FieldKind::File;
    } else if (field.type == QLatin1String("boolean")) {
        field.kind = FieldKind::Boolean;
    } else if (!field.choices.isEmpty() || (chosenType.isEmpty() && readConstantVariants(layers, field))) {
        field.kind = FieldKind::Enum;
    } else if (chosenType.isEmpty() && layers.variants.size() > 1) {
        field.kind = FieldKind::Variant;
        field.variants = layers.variants;
    } else if (types.size() > 1) {
        field.kind = FieldKind::Variant;
        field.variants = namesOfTypes(keywords.type);
    } else {
        field.kind = kindOfType(field.type, keywords);
    }
}

// An array or object as an example may stand inside a string.
QByteArray exampleOf(const json::Value &value, const Field &field)
{
    const bool wantsContainer = field.kind != FieldKind::String && field.kind != FieldKind::Enum;
    if (!value.isString() || !wantsContainer)
        return rawOf(value);
    const QByteArray inside = value.toString().trimmed().toUtf8();
    const bool fits = field.kind == FieldKind::Array ? inside.startsWith('[')
                                                     : inside.startsWith('[') || inside.startsWith('{');
    return fits && json::Document::parse(inside).isValid() ? inside : rawOf(value);
}

void readExamples(const Keywords &keywords, Field &field)
{
    const auto add = [&field](const json::Value &value) {
        const QByteArray example = exampleOf(value, field);
        if (!value.isNull() && !field.examples.contains(example))
            field.examples.append(example);
    };
    if (keywords.examples.isArray()) {
        for (json::Value one = keywords.examples.firstChild(); one.isValid(); one = one.nextSibling())
            add(one);
    } else if (keywords.examples.isValid()) {
        add(keywords.examples);
    }
    if (keywords.example.isValid())
        add(keywords.example);
}

// Draft 4 says that a bound is excluded, later drafts say which value is.
void readBound(const json::Value &bound, const json::Value &exclusive, QByteArray &value, bool &isExcluded)
{
    if (bound.isNumber())
        value = rawOf(bound);
    if (exclusive.isNumber())
        value = rawOf(exclusive);
    isExcluded = exclusive.isNumber() || (bound.isNumber() && isTrue(exclusive));
}

void readBounds(const Keywords &keywords, Field &field)
{
    readBound(keywords.minimum, keywords.aboveMinimum, field.minimum, field.excludesMinimum);
    readBound(keywords.maximum, keywords.belowMaximum, field.maximum, field.excludesMaximum);
    const bool isArray = field.kind == FieldKind::Array;
    field.shortest = (isArray ? keywords.minItems : keywords.minLength).toInteger();
    field.longest = (isArray ? keywords.maxItems : keywords.maxLength).toInteger();
    field.pattern = keywords.pattern.toString();
}

// No keyword says so: the last word of the name does, or room for many characters.
bool readsAsSentences(const Field &field)
{
    static const QSet<QString> words {QStringLiteral("body"), QStringLiteral("text"), QStringLiteral("description"),
        QStringLiteral("content"), QStringLiteral("message"), QStringLiteral("code"), QStringLiteral("comment"),
        QStringLiteral("html"), QStringLiteral("markdown"), QStringLiteral("notes"), QStringLiteral("prompt"),
        QStringLiteral("script"), QStringLiteral("execute"), QStringLiteral("instructions")};
    if (field.kind != FieldKind::String || !(field.format.isEmpty() || field.format == QLatin1String("textarea")))
        return false;
    qsizetype start = field.name.size();
    while (start > 0 && field.name[start - 1].isLower())
        --start;
    const QString last = field.name.sliced(std::max<qsizetype>(0, start - 1)).toLower();
    return words.contains(last) || words.contains(last.sliced(last.isEmpty() ? 0 : 1))
        || field.longest.value_or(0) > 255;
}

} // namespace

Field readField(const Layers &layers, const QString &name, const QString &type)
{
    Field field;
    const Keywords keywords = keywordsOf(layers);
    field.name = name;
    field.schema = layers.schemas.value(0);
    field.isNullable = layers.isNullable || isTrue(keywords.nullable);
    field.format = keywords.format.toString();
    field.description = keywords.description.toString();
    readKind(layers, keywords, type, field);
    const QStringList group = field.group();
    const QString ownName = group.isEmpty() ? name : name.section(QLatin1String("__"), -1);
    field.title = keywords.title.toString();
    if (field.title.isEmpty())
        field.title = inWords(ownName);
    if (keywords.standard.isValid())
        field.defaultValue = rawOf(keywords.standard);
    readExamples(keywords, field);
    readBounds(keywords, field);
    field.isMultiline = readsAsSentences(field);
    return field;
}

QString inWords(const QString &name)
{
    QString words;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar at = name[i];
        const bool isBreak = at == u'_' || at == u'-' || at == u'.' || at == u' ';
        const bool startsWord = i > 0 && at.isUpper() && name[i - 1].isLower();
        if ((isBreak || startsWord) && !words.isEmpty() && !words.endsWith(QLatin1Char(' ')))
            words += QLatin1Char(' ');
        if (!isBreak)
            words += startsWord && !(i + 1 < name.size() && name[i + 1].isUpper()) ? at.toLower() : at;
    }
    words = words.trimmed();
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

QString knownType(const QString &name)
{
    static const QSet<QString> known {QStringLiteral("string"), QStringLiteral("integer"), QStringLiteral("number"),
        QStringLiteral("boolean"), QStringLiteral("array"), QStringLiteral("object")};
    static const std::array<std::pair<QLatin1String, QLatin1String>, 8> others = {{
        {QLatin1String("str"), QLatin1String("string")},
        {QLatin1String("text"), QLatin1String("string")},
        {QLatin1String("int"), QLatin1String("integer")},
        {QLatin1String("float"), QLatin1String("number")},
        {QLatin1String("double"), QLatin1String("number")},
        {QLatin1String("bool"), QLatin1String("boolean")},
        {QLatin1String("list"), QLatin1String("array")},
        {QLatin1String("dict"), QLatin1String("object")},
    }};
    if (known.contains(name))
        return name;
    for (const auto &[other, type] : others) {
        if (name == other)
            return type;
    }
    return {};
}

} // namespace actionscope::schema
