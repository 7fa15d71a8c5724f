// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/quickfixes.h"

#include "app/base/tr.h"
#include "app/json/decimal.h"
#include "app/json/writer.h"
#include "app/schema/equality.h"
#include "app/schema/example.h"
#include "app/schema/nearness.h"
#include "app/schema/valuerules.h"

#include <QSet>

#include <algorithm>

namespace actionscope::schema {

namespace {

constexpr qsizetype enoughChoices = 8;
constexpr qsizetype longestShown = 40;

QString shown(QByteArrayView json)
{
    const QString text = QString::fromUtf8(json);
    return text.size() > longestShown ? text.left(longestShown) + QChar(0x2026) : text;
}

QuickFix changing(const json::Value &value, const QByteArray &json)
{
    return {Tr::tr("Change to %1").arg(shown(json)), {{value.begin(), value.raw().size(), json}}};
}

QStringList stepsOf(const json::Path &path)
{
    QStringList steps;
    for (const json::PathStep &step : path)
        steps.append(step.position < 0 ? step.name : QString::number(step.position));
    return steps;
}

QList<QuickFix> removing(const json::Value &value, const json::Document &input)
{
    if (!value.parent().isValid())
        return {};
    const QList<json::TextEdit> edits = json::removingValue(input, pathOf(value));
    const QString name = value.hasKey() ? QString::fromUtf8(value.rawKey()) : Tr::tr("the Item");
    return edits.isEmpty() ? QList<QuickFix>() : QList<QuickFix> {{Tr::tr("Remove %1").arg(name), edits}};
}

// An object may lack several members: each alone, and all together.
QList<QuickFix> adding(const Finding &finding, const json::Document &input, const Schema &schema)
{
    const json::Path object = pathOf(finding.input);
    const auto exampleOf = [&](const QString &name) {
        const auto field = schema.fieldAt(stepsOf(object) + QStringList {name}, input.root());
        return field ? exampleValue(schema, *field, Extent::RequiredFields) : QByteArrayLiteral("null");
    };
    const QString missing = missingName(finding);
    QList<QuickFix> fixes;
    if (const auto edit = json::settingValue(input, object + json::Path {{missing, -1}}, exampleOf(missing)))
        fixes.append({Tr::tr("Add \"%1\"").arg(missing), {*edit}});
    QStringList all;
    const json::Value required = finding.rules.member(u"required");
    for (json::Value name = required.firstChild(); name.isValid(); name = name.nextSibling()) {
        if (name.isString() && !finding.input.member(name.toString()).isValid())
            all.append(name.toString());
    }
    if (all.size() < 2)
        return fixes;
    json::Document filled = input;
    for (const QString &name : std::as_const(all)) {
        if (const auto edit = json::settingValue(filled, object + json::Path {{name, -1}}, exampleOf(name)))
            filled = json::Document::parse(json::applied(filled.bytes(), *edit));
    }
    fixes.append({Tr::tr("Add All %n Missing Fields", nullptr, int(all.size())),
        {editBetween(input.bytes(), filled.bytes())}});
    return fixes;
}

// The types that a value may have where it has none of them.
int wantedTypes(const Finding &finding)
{
    if (finding.rule == "type")
        return typesOf(finding.rules);
    int types = 0;
    const json::Value variants = finding.rules.member(QString::fromLatin1(finding.rule));
    for (json::Value one = variants.firstChild(); one.isValid(); one = one.nextSibling())
        types |= typesOf(one);
    return types;
}

QList<QByteArray> readAs(const QString &text, int types)
{
    QList<QByteArray> values;
    const QByteArray bytes = text.trimmed().toUtf8();
    const json::Document inside = json::Document::parse(bytes);
    if (inside.isValid() && isOfType(inside.root(), types & ~(StringType | NullType)))
        values.append(bytes);
    const QString lower = text.trimmed().toLower();
    if ((types & BooleanType) != 0 && values.isEmpty() && (lower == QLatin1String("true") || lower == QLatin1String("false")))
        values.append(lower.toUtf8());
    return values;
}

// Values of a wanted type that lose nothing of what is there.
QList<QByteArray> coerced(const json::Value &value, int types, const json::Value &itemSchema)
{
    QList<QByteArray> values;
    const QByteArray raw = value.raw().toByteArray();
    if (value.isString())
        values = readAs(value.toString(), types);
    if ((types & StringType) != 0 && (value.isNumber() || value.isBool()))
        values.append(json::quoted(QString::fromUtf8(raw)));
    if ((types & BooleanType) != 0 && (raw == "0" || raw == "1"))
        values.append(raw == "1" ? "true" : "false");
    if ((types & IntegerType) != 0 && value.isBool())
        values.append(value.type() == json::Type::True ? "1" : "0");
    if ((types & ArrayType) != 0 && !value.isArray() && !value.isNull()) {
        const int itemTypes = typesOf(itemSchema);
        if (itemTypes == 0 || isOfType(value, itemTypes)) {
            if (value.isString() && value.toString().contains(QLatin1Char(','))) {
                json::ArrayWriter parts;
                const QStringList words = value.toString().split(QLatin1Char(','));
                for (const QString &word : words)
                    parts.addString(word.trimmed());
                values.append(parts.finished());
            }
            values.append('[' + raw + ']');
        } else {
            const QList<QByteArray> items = coerced(value, itemTypes & ~ArrayType, {});
            for (const QByteArray &item : items)
                values.append('[' + item + ']');
        }
    }
    if (value.isArray() && value.count() == 1 && isOfType(value.firstChild(), types))
        values.append(value.firstChild().raw().toByteArray());
    return values;
}

QList<QuickFix> converting(const Finding &finding, const json::Document &input, const Schema &schema)
{
    QList<QuickFix> fixes;
    const json::Value &value = finding.input;
    const QList<QByteArray> values = coerced(value, wantedTypes(finding), finding.rules.member(u"items"));
    for (const QByteArray &json : values)
        fixes.append(changing(value, json));
    const auto field = schema.fieldAt(stepsOf(pathOf(value)), input.root());
    const bool isNeeded = field && field->isRequired;
    if (value.isNull() && !isNeeded)
        fixes += removing(value, input);
    if (fixes.isEmpty() && field && value.parent().isValid())
        fixes.append(changing(value, exampleValue(schema, *field, Extent::RequiredFields)));
    if (!value.isNull() && !isNeeded)
        fixes += removing(value, input);
    return fixes;
}

QList<QuickFix> choosing(const Finding &finding)
{
    QStringList names;
    QList<QByteArray> choices;
    const json::Value all = finding.rules.member(u"enum");
    for (json::Value one = all.firstChild(); one.isValid(); one = one.nextSibling()) {
        choices.append(one.raw().toByteArray());
        names.append(one.isString() ? one.toString() : QString::fromUtf8(one.raw()));
    }
    const QString typed = finding.input.isString() ? finding.input.toString() : QString::fromUtf8(finding.input.raw());
    QStringList inOrder = nearest(typed, names);
    for (const QString &name : std::as_const(names)) {
        if (!inOrder.contains(name))
            inOrder.append(name);
    }
    QList<QuickFix> fixes;
    for (const QString &name : std::as_const(inOrder)) {
        if (fixes.size() < enoughChoices)
            fixes.append(changing(finding.input, choices[names.indexOf(name)]));
    }
    return fixes;
}

QList<QuickFix> bounding(const Finding &finding)
{
    const bool isLower = finding.rule.endsWith("inimum");
    json::Value bound = finding.rules.member(QString::fromLatin1(finding.rule));
    if (bound.isBool())
        bound = finding.rules.member(isLower ? u"minimum" : u"maximum");
    if (!finding.rule.startsWith("exclusive"))
        return {changing(finding.input, bound.raw().toByteArray())};
    // The next one inside is known for whole numbers only.
    const auto whole = wholeNumber(bound);
    if (!whole || (typesOf(finding.rules) & IntegerType) == 0)
        return {};
    return {changing(finding.input, QByteArray::number(*whole + (isLower ? 1 : -1)))};
}

} // namespace

json::Path pathOf(const json::Value &value)
{
    json::Path path;
    for (json::Value at = value; at.parent().isValid(); at = at.parent()) {
        if (at.hasKey()) {
            path.prepend({at.key(), -1});
            continue;
        }
        qsizetype position = 0;
        for (json::Value item = at.parent().firstChild(); item.node() != at.node(); item = item.nextSibling())
            ++position;
        path.prepend({{}, position});
    }
    return path;
}

QList<QuickFix> fixesForName(
    const json::Value &member, const QStringList &knownNames, const json::Document &input)
{
    QList<QuickFix> fixes;
    QStringList candidates = knownNames;
    for (json::Value other = member.parent().firstChild(); other.isValid(); other = other.nextSibling())
        candidates.removeAll(other.key());
    const QStringList names = nearest(member.key(), candidates);
    for (const QString &name : names.first(std::min<qsizetype>(names.size(), 3))) {
        if (const auto edit = json::renamingMember(input, pathOf(member), name))
            fixes.append({Tr::tr("Rename to \"%1\"").arg(name), {*edit}});
    }
    return fixes + removing(member, input);
}

QList<QuickFix> fixesFor(const Finding &finding, const json::Document &input, const Schema &schema)
{
    const QByteArray &rule = finding.rule;
    if (rule == "required")
        return adding(finding, input, schema);
    if (rule == "type" || rule == "anyOf")
        return converting(finding, input, schema);
    if (rule == "enum")
        return choosing(finding);
    if (rule == "const")
        return {changing(finding.input, finding.rules.member(u"const").raw().toByteArray())};
    if (rule.endsWith("inimum") || rule.endsWith("aximum"))
        return bounding(finding);
    if (rule == "additionalProperties") {
        QStringList names;
        const json::Value properties = finding.rules.member(u"properties");
        for (json::Value one = properties.firstChild(); one.isValid(); one = one.nextSibling())
            names.append(one.key());
        return fixesForName(finding.input, names, input);
    }
    if (rule == "uniqueItems")
        return removing(finding.input.at(finding.position), input);
    return rule == "additionalItems" || rule == "false" ? removing(finding.input, input) : QList<QuickFix>();
}

} // namespace actionscope::schema
