// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/pointer.h"

#include "app/json/pathtext.h"

#include <QStringList>

namespace actionscope::json {

namespace {

std::optional<QStringList> namesOf(const QString &pointer)
{
    if (pointer.isEmpty())
        return QStringList();
    if (!pointer.startsWith(QLatin1Char('/')))
        return {};
    QStringList names = pointer.sliced(1).split(QLatin1Char('/'));
    for (QString &name : names)
        name.replace(QStringLiteral("~1"), QStringLiteral("/")).replace(QStringLiteral("~0"), QStringLiteral("~"));
    return names;
}

// An item's position; -1 for what is none.
qsizetype positionOf(const QString &name)
{
    bool isNumber = false;
    const qsizetype position = name.toLongLong(&isNumber);
    const bool isPlain = isNumber && position >= 0 && QString::number(position) == name;
    return isPlain ? position : -1;
}

Value childOf(const Value &value, const QString &name)
{
    if (value.isObject())
        return value.member(name);
    const qsizetype position = value.isArray() ? positionOf(name) : -1;
    return position < 0 || position >= value.count() ? Value() : value.at(position);
}

} // namespace

Value valueAtPointer(const Value &root, const QString &pointer)
{
    const auto names = namesOf(pointer);
    if (!names)
        return {};
    Value value = root;
    for (const QString &name : *names) {
        if (!value.isValid())
            return {};
        value = childOf(value, name);
    }
    return value;
}

std::optional<Path> pathOfPointer(const Value &root, const QString &pointer)
{
    const auto names = namesOf(pointer);
    if (!names)
        return {};
    Path path;
    Value value = root;
    for (const QString &name : *names) {
        const qsizetype position = value.isValid() && value.isArray() ? positionOf(name) : -1;
        path.append(position < 0 ? PathStep {name, -1} : PathStep {{}, position});
        value = value.isValid() ? childOf(value, name) : Value();
    }
    return path;
}

QString pointerOf(const Value &value)
{
    QString pointer;
    for (Value at = value; at.isValid() && at.parent().isValid(); at = at.parent()) {
        if (at.hasKey()) {
            pointer.prepend(QLatin1Char('/') + pointerStep(at.key()));
            continue;
        }
        qsizetype position = 0;
        for (Value item = at.parent().firstChild(); item.node() != at.node(); item = item.nextSibling())
            ++position;
        pointer.prepend(QStringLiteral("/%1").arg(position));
    }
    return pointer;
}

} // namespace actionscope::json
