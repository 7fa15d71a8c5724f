// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/inputplace.h"

#include "app/json/pathtext.h"
#include "app/json/pointer.h"

#include <QSet>

namespace actionscope::diagnosis {

namespace {

constexpr int deepest = 4;

QString plain(QString name)
{
    name = name.toLower();
    return name.remove(QLatin1Char('_')).remove(QLatin1Char('-')).remove(QLatin1Char(' '));
}

bool isIn(const json::Value &input, const QStringList &names)
{
    json::Value at = input;
    for (const QString &name : names)
        at = at.isArray() ? at.at(name.toLongLong()) : at.member(name);
    return !names.isEmpty() && at.isValid();
}

// A member anywhere in it by its name, whatever its letters' case and joints; empty where there is none.
QStringList findMember(const json::Value &object, const QString &wanted, int depth = 0)
{
    if (!object.isObject() || depth > deepest)
        return {};
    for (json::Value member = object.firstChild(); member.isValid(); member = member.nextSibling()) {
        if (plain(member.key()) == wanted)
            return {member.key()};
    }
    for (json::Value member = object.firstChild(); member.isValid(); member = member.nextSibling()) {
        const QStringList below = findMember(member, wanted, depth + 1);
        if (!below.isEmpty())
            return QStringList {member.key()} + below;
    }
    return {};
}

QString lastName(const QStringList &names)
{
    for (auto at = names.crbegin(); at != names.crend(); ++at) {
        bool isNumber = false;
        at->toInt(&isNumber);
        if (!isNumber)
            return plain(*at);
    }
    return {};
}

// The field of the action's description by that name; empty where it has none.
QString describedField(const Facts &facts, const QString &wanted)
{
    const api::ActionInfo *action = facts.action();
    if (!action || action->parameters.isEmpty())
        return {};
    const json::Document description = json::Document::parse(action->parameters);
    const QStringList found = findMember(description.root().member(u"properties"), wanted, deepest);
    return found.value(0);
}

} // namespace

QStringList inputPathOf(const Facts &facts, const QStringList &names)
{
    for (qsizetype from = 0; from < names.size(); ++from) {
        if (isIn(facts.input.value, names.sliced(from)))
            return names.sliced(from);
    }
    const QString wanted = lastName(names);
    if (const QStringList found = findMember(facts.input.value, wanted); !found.isEmpty())
        return found;
    if (const QString described = describedField(facts, wanted); !described.isEmpty())
        return {described};
    static const QSet<QString> wrappers {QStringLiteral("body"), QStringLiteral("data"), QStringLiteral("payload"), QStringLiteral("arguments"),
        QStringLiteral("attributes"), QStringLiteral("query"), QStringLiteral("params"), QStringLiteral("input")};
    qsizetype first = 0;
    while (first + 1 < names.size() && wrappers.contains(names[first]))
        ++first;
    return names.sliced(first);
}

bool isInputField(const Facts &facts, const QStringList &names)
{
    const QString wanted = lastName(names);
    return !wanted.isEmpty() && (!findMember(facts.input.value, wanted).isEmpty() || !describedField(facts, wanted).isEmpty());
}

} // namespace actionscope::diagnosis
