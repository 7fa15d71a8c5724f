// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/finding.h"

#include "app/schema/equality.h"
#include "app/schema/valuerules.h"

#include "app/base/tr.h"

#include <QStringList>

namespace actionscope::schema {

namespace {

constexpr qsizetype longestShown = 60;
constexpr int enoughChoices = 12;

QString nameOf(const QString &pointer)
{
    return pointer.isEmpty() ? Tr::tr("The input") : pointer.sliced(1).replace(QLatin1Char('/'), QLatin1Char('.'));
}

QString shown(const json::Value &value)
{
    const QString text = value.isString() ? value.toString() : QString::fromUtf8(value.raw());
    return text.size() > longestShown ? text.left(longestShown) + QChar(0x2026) : text;
}

QStringList typeNames(const json::Value &schema)
{
    QStringList names;
    const json::Value type = schema.member(u"type");
    if (type.isString())
        names.append(type.toString());
    for (json::Value one = type.isArray() ? type.firstChild() : json::Value(); one.isValid(); one = one.nextSibling())
        names.append(one.toString());
    return names;
}

QString wrongType(const Finding &finding, const QString &name)
{
    return Tr::tr("%1 must be of type %2, but is of type %3.")
        .arg(name, typeNames(finding.rules).join(Tr::tr(" or ")), typeNameOf(finding.input));
}

QString notAChoice(const Finding &finding, const QString &name)
{
    QStringList choices;
    const json::Value all = finding.rules.member(u"enum");
    for (json::Value one = all.firstChild(); one.isValid() && choices.size() < enoughChoices; one = one.nextSibling())
        choices.append(shown(one));
    if (all.count() > enoughChoices)
        choices.append(QString(QChar(0x2026)));
    return Tr::tr("%1 must be one of: %2.").arg(name, choices.join(QLatin1String(", ")));
}

// None of the variants takes a value of this type, or it fits none for another reason.
QString noVariant(const Finding &finding, const QString &name)
{
    QStringList types;
    const json::Value variants = finding.rules.member(u"anyOf").isValid() ? finding.rules.member(u"anyOf")
                                                                           : finding.rules.member(u"oneOf");
    int bits = 0;
    bool allSay = true;
    for (json::Value one = variants.firstChild(); one.isValid(); one = one.nextSibling()) {
        const int ofOne = typesOf(one);
        allSay = allSay && ofOne != 0;
        bits |= ofOne;
        for (const QString &type : typeNames(one)) {
            if (!types.contains(type))
                types.append(type);
        }
    }
    if (allSay && !isOfType(finding.input, bits)) {
        return Tr::tr("%1 must be of type %2, but is of type %3.")
            .arg(name, types.join(Tr::tr(" or ")), typeNameOf(finding.input));
    }
    return Tr::tr("%1 has none of the forms that are allowed here.").arg(name);
}

QString bound(const Finding &finding, const QString &name)
{
    const QByteArray &rule = finding.rule;
    json::Value number = finding.rules.member(QString::fromLatin1(rule));
    if (number.isBool()) // a flag beside the bound itself
        number = finding.rules.member(rule.endsWith("Minimum") ? u"minimum" : u"maximum");
    const QString text = shown(number);
    if (rule == "minimum")
        return Tr::tr("%1 must not be less than %2.").arg(name, text);
    if (rule == "maximum")
        return Tr::tr("%1 must not be greater than %2.").arg(name, text);
    if (rule == "exclusiveMinimum")
        return Tr::tr("%1 must be greater than %2.").arg(name, text);
    if (rule == "exclusiveMaximum")
        return Tr::tr("%1 must be less than %2.").arg(name, text);
    return Tr::tr("%1 must be a multiple of %2.").arg(name, text);
}

QString size(const Finding &finding, const QString &name)
{
    const QByteArray &rule = finding.rule;
    const int wanted = int(wholeNumber(finding.rules.member(QString::fromLatin1(rule))).value_or(0));
    const auto actual = QString::number(
        finding.input.isString() ? characterCount(finding.input.toString()) : finding.input.count());
    const bool isLeast = rule.startsWith("min");
    if (rule.endsWith("Length") && wanted == 1)
        return (isLeast ? Tr::tr("%1 must have at least 1 character, but has %2.") : Tr::tr("%1 must have at most 1 character, but has %2.")).arg(name, actual);
    if (rule.endsWith("Items") && wanted == 1)
        return (isLeast ? Tr::tr("%1 must have at least 1 item, but has %2.") : Tr::tr("%1 must have at most 1 item, but has %2.")).arg(name, actual);
    if (wanted == 1)
        return (isLeast ? Tr::tr("%1 must have at least 1 member, but has %2.") : Tr::tr("%1 must have at most 1 member, but has %2.")).arg(name, actual);
    const QString many = rule.endsWith("Length")
        ? (isLeast ? Tr::tr("%1 must have at least %n characters, but has %2.", nullptr, wanted)
                   : Tr::tr("%1 must have at most %n characters, but has %2.", nullptr, wanted))
        : rule.endsWith("Items") ? (isLeast ? Tr::tr("%1 must have at least %n items, but has %2.", nullptr, wanted)
                                            : Tr::tr("%1 must have at most %n items, but has %2.", nullptr, wanted))
                                 : (isLeast ? Tr::tr("%1 must have at least %n members, but has %2.", nullptr, wanted)
                                            : Tr::tr("%1 must have at most %n members, but has %2.", nullptr, wanted));
    return many.arg(name, actual);
}

QString dependency(const Finding &finding, const QString &name)
{
    qsizetype position = finding.position;
    const json::Value dependencies = finding.rules.member(u"dependencies");
    for (json::Value one = dependencies.firstChild(); one.isValid(); one = one.nextSibling()) {
        if (!one.isArray() || position-- > 0)
            continue;
        QStringList names;
        for (json::Value needed = one.firstChild(); needed.isValid(); needed = needed.nextSibling())
            names.append(needed.toString());
        return Tr::tr("%1 has %2, which needs %3 as well.").arg(name, one.key(), names.join(QLatin1String(", ")));
    }
    return {};
}

} // namespace

QString missingName(const Finding &finding)
{
    if (finding.rule != "required")
        return {};
    qsizetype position = finding.position;
    const json::Value required = finding.rules.member(u"required");
    for (json::Value name = required.firstChild(); name.isValid(); name = name.nextSibling()) {
        if (name.isString() && position-- == 0)
            return name.toString();
    }
    return {};
}

QString childPointer(const QString &pointer, QString name)
{
    name.replace(QLatin1Char('~'), QLatin1String("~0")).replace(QLatin1Char('/'), QLatin1String("~1"));
    return pointer + QLatin1Char('/') + name;
}

QString pointerTo(const json::Value &value, const json::Value &root)
{
    QStringList names;
    for (json::Value at = value; at.isValid() && at.node() != root.node(); at = at.parent()) {
        if (at.hasKey()) {
            names.prepend(at.key());
            continue;
        }
        qsizetype position = 0;
        for (json::Value item = at.parent().firstChild(); item.isValid() && item.node() != at.node();
             item = item.nextSibling())
            ++position;
        names.prepend(QString::number(position));
    }
    QString pointer;
    for (const QString &name : std::as_const(names))
        pointer = childPointer(pointer, name);
    return pointer;
}

QString sentenceFor(const Finding &finding, const QString &pointer)
{
    const QString name = nameOf(pointer);
    const QByteArray &rule = finding.rule;
    if (rule == "required")
        return Tr::tr("%1 is required.").arg(name);
    if (rule == "type")
        return wrongType(finding, name);
    if (rule == "enum")
        return notAChoice(finding, name);
    if (rule == "const")
        return Tr::tr("%1 must be %2.").arg(name, shown(finding.rules.member(u"const")));
    if (rule.endsWith("inimum") || rule.endsWith("aximum") || rule == "multipleOf")
        return bound(finding, name);
    if (rule.startsWith("min") || rule.startsWith("max"))
        return size(finding, name);
    if (rule == "pattern")
        return Tr::tr("%1 must match the pattern %2.").arg(name, shown(finding.rules.member(u"pattern")));
    if (rule == "uniqueItems")
        return Tr::tr("%1 repeats an item, but its items must differ.").arg(name);
    if (rule == "dependencies")
        return dependency(finding, name);
    if (rule == "anyOf")
        return noVariant(finding, name);
    if (rule == "oneOf")
        return Tr::tr("%1 must have exactly one of the forms that are allowed here.").arg(name);
    if (rule == "contains")
        return Tr::tr("%1 has no item of the form that one must have.").arg(name);
    if (rule == "not")
        return Tr::tr("%1 has a form that is not allowed here.").arg(name);
    if (rule == "depth")
        return Tr::tr("Only the upper levels were checked: the input is nested too deeply.");
    if (rule == "size")
        return Tr::tr("Only a part was checked: the schema asks for too much.");
    return Tr::tr("%1 is not allowed here.").arg(name); // additionalProperties, additionalItems, false
}

} // namespace actionscope::schema
