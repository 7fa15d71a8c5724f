// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/function.h"

#include "app/json/document.h"
#include "app/json/writer.h"

#include <algorithm>
#include <array>

namespace actionscope::sandbox {

namespace {

using Arguments = QList<QByteArray>;

// Characters of a text, items of a list, members of an object.
QByteArray length(const QByteArray &subject, const Arguments &)
{
    const json::Document document = json::Document::parse(subject);
    return QByteArray::number(
        document.root().isContainer() ? document.root().count() : textOf(subject).size());
}

QByteArray first(const QByteArray &subject, const Arguments &)
{
    return itemsOf(subject).value(0);
}

QByteArray last(const QByteArray &subject, const Arguments &)
{
    const auto items = itemsOf(subject);
    return items.value(items.size() - 1);
}

QByteArray take(const QByteArray &subject, const Arguments &arguments)
{
    const qint64 wanted = qMax(qint64(0), integerOf(arguments[0]));
    if (!subject.startsWith('['))
        return json::quoted(textOf(subject).left(wanted));
    const auto items = itemsOf(subject);
    return listOf(items.first(qMin(wanted, qint64(items.size()))));
}

QByteArray skip(const QByteArray &subject, const Arguments &arguments)
{
    const qint64 passed = qMax(qint64(0), integerOf(arguments[0]));
    if (!subject.startsWith('['))
        return json::quoted(textOf(subject).mid(passed));
    const auto items = itemsOf(subject);
    return listOf(items.sliced(qMin(passed, qint64(items.size()))));
}

// The items that stand before a value; all of them where it is none of them.
QByteArray before(const QByteArray &subject, const Arguments &arguments)
{
    const auto items = itemsOf(subject);
    const qsizetype at = items.indexOf(arguments[0]);
    return listOf(items.first(at < 0 ? items.size() : at));
}

// The names of an object's members.
QByteArray names(const QByteArray &subject, const Arguments &)
{
    json::ArrayWriter list;
    const json::Document document = json::Document::parse(subject);
    for (json::Value one = document.root().firstChild(); one.isValid(); one = one.nextSibling()) {
        if (one.hasKey())
            list.addString(one.key());
    }
    return list.finished();
}

QByteArray join(const QByteArray &subject, const Arguments &arguments)
{
    QStringList texts;
    for (const QByteArray &item : itemsOf(subject))
        texts.append(textOf(item));
    return json::quoted(texts.join(textOf(arguments[0])));
}

// Adds a value, or each item of a list; what is there already is not added twice.
QByteArray with(const QByteArray &subject, const Arguments &arguments)
{
    auto items = itemsOf(subject);
    for (const QByteArray &item : itemsOf(arguments[0])) {
        if (!items.contains(item))
            items.append(item);
    }
    return listOf(items);
}

QByteArray without(const QByteArray &subject, const Arguments &arguments)
{
    auto items = itemsOf(subject);
    const auto unwanted = itemsOf(arguments[0]);
    items.removeIf([&](const QByteArray &item) { return unwanted.contains(item); });
    return listOf(items);
}

// The items whose member is the value, case aside.
QByteArray where(const QByteArray &subject, const Arguments &arguments)
{
    const QString name = textOf(arguments[0]);
    const QString wanted = textOf(arguments[1]);
    auto items = itemsOf(subject);
    items.removeIf([&](const QByteArray &item) {
        const json::Document document = json::Document::parse(item);
        const QByteArray member = document.root().member(name).raw().toByteArray();
        return textOf(member).compare(wanted, Qt::CaseInsensitive) != 0;
    });
    return listOf(items);
}

// One member of each item; those that have none are passed over.
QByteArray each(const QByteArray &subject, const Arguments &arguments)
{
    const QString name = textOf(arguments[0]);
    json::ArrayWriter members;
    for (const QByteArray &item : itemsOf(subject)) {
        const json::Document document = json::Document::parse(item);
        if (const json::Value member = document.root().member(name); member.isValid())
            members.addRaw(member.raw());
    }
    return members.finished();
}

// Each item as the only member of an object: ["a"] becomes [{"name": "a"}].
QByteArray wrap(const QByteArray &subject, const Arguments &arguments)
{
    json::ArrayWriter objects;
    for (const QByteArray &item : itemsOf(subject)) {
        json::ObjectWriter object;
        object.addRaw(textOf(arguments[0]).toUtf8(), item);
        objects.addRaw(object.finished());
    }
    return objects.finished();
}

QByteArray member(const QByteArray &subject, const Arguments &arguments)
{
    const json::Document document = json::Document::parse(subject);
    return document.root().member(textOf(arguments[0])).raw().toByteArray();
}

// An object with these members only; all of them when no names are given.
QByteArray pick(const QByteArray &subject, const Arguments &arguments)
{
    QStringList names;
    for (const QByteArray &name : itemsOf(arguments[0]))
        names.append(textOf(name));
    const json::Document document = json::Document::parse(subject);
    if (names.isEmpty() || !document.root().isObject())
        return subject;
    json::ObjectWriter object;
    for (json::Value one = document.root().firstChild(); one.isValid(); one = one.nextSibling()) {
        if (const QString name = one.key(); names.contains(name))
            object.addRaw(name.toUtf8(), one.raw());
    }
    return object.finished();
}

// An object without these members, or a list of such objects.
QByteArray drop(const QByteArray &subject, const Arguments &arguments)
{
    if (subject.startsWith('[')) {
        QList<QByteArray> items;
        for (const QByteArray &item : itemsOf(subject))
            items.append(drop(item, arguments));
        return listOf(items);
    }
    QStringList names;
    for (const QByteArray &name : itemsOf(arguments[0]))
        names.append(textOf(name));
    const json::Document document = json::Document::parse(subject);
    if (!document.root().isObject())
        return subject;
    json::ObjectWriter object;
    for (json::Value one = document.root().firstChild(); one.isValid(); one = one.nextSibling()) {
        if (const QString name = one.key(); !names.contains(name))
            object.addRaw(name.toUtf8(), one.raw());
    }
    return object.finished();
}

QByteArray merge(const QByteArray &subject, const Arguments &arguments)
{
    const json::Document base = json::Document::parse(subject);
    const json::Document over = json::Document::parse(arguments[0]);
    if (!base.root().isObject() || !over.isValid() || !over.root().isObject())
        return subject;
    json::ObjectWriter object;
    for (json::Value one = base.root().firstChild(); one.isValid(); one = one.nextSibling()) {
        const QString name = one.key();
        const json::Value changed = over.root().member(name);
        object.addRaw(name.toUtf8(), changed.isValid() ? changed.raw() : one.raw());
    }
    for (json::Value one = over.root().firstChild(); one.isValid(); one = one.nextSibling()) {
        if (const QString name = one.key(); !base.root().member(name).isValid())
            object.addRaw(name.toUtf8(), one.raw());
    }
    return object.finished();
}

// [{"name": "Done", "value": true}] becomes {"Done": true}; the arguments say which members are name and value.
QByteArray keyed(const QByteArray &subject, const Arguments &arguments)
{
    json::ObjectWriter object;
    for (const QByteArray &item : itemsOf(subject)) {
        const json::Document document = json::Document::parse(item);
        const QString name = textOf(document.root().member(textOf(arguments[0])).raw().toByteArray());
        const json::Value value
            = arguments.size() > 1 ? document.root().member(textOf(arguments[1])) : document.root();
        if (!name.isEmpty() && value.isValid())
            object.addRaw(name.toUtf8(), value.raw());
    }
    return object.finished();
}

constexpr std::array table {
    Function {"length", Subject::Needed, 0, 0, length},
    Function {"first", Subject::Needed, 0, 0, first},
    Function {"last", Subject::Needed, 0, 0, last},
    Function {"take", Subject::Needed, 1, 1, take},
    Function {"skip", Subject::Needed, 1, 1, skip},
    Function {"before", Subject::Needed, 1, 1, before},
    Function {"names", Subject::Needed, 0, 0, names},
    Function {"join", Subject::Needed, 1, 1, join},
    Function {"with", Subject::Optional, 1, 1, with},
    Function {"without", Subject::Needed, 1, 1, without},
    Function {"where", Subject::Needed, 2, 2, where},
    Function {"each", Subject::Needed, 1, 1, each},
    Function {"wrap", Subject::Needed, 1, 1, wrap},
    Function {"member", Subject::Needed, 1, 1, member},
    Function {"pick", Subject::Needed, 1, 1, pick},
    Function {"drop", Subject::Needed, 1, 1, drop},
    Function {"merge", Subject::Needed, 1, 1, merge},
    Function {"keyed", Subject::Needed, 1, 2, keyed},
};

} // namespace

std::span<const Function> listFunctions()
{
    return table;
}

} // namespace actionscope::sandbox
