// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/function.h"

#include "app/json/document.h"
#include "app/json/writer.h"

#include <QHash>

#include <array>

namespace actionscope::sandbox {

namespace {

QHash<QString, const Function *> allFunctions()
{
    QHash<QString, const Function *> functions;
    const std::array tables {gridFunctions(), idFunctions(), listFunctions(), numberFunctions(), textFunctions(),
        timeFunctions(), truthFunctions()};
    for (const auto &table : tables) {
        for (const Function &function : table)
            functions.insert(QLatin1String(function.name), &function);
    }
    return functions;
}

const QHash<QString, const Function *> &functions()
{
    static const auto known = allFunctions();
    return known;
}

} // namespace

const Function *findFunction(QStringView name)
{
    return functions().value(name.toString());
}

QStringList functionNames()
{
    QStringList names = functions().keys();
    names.sort();
    return names;
}

QString textOf(const QByteArray &json)
{
    if (json.startsWith('"'))
        return json::decodedString(json);
    return json == "null" ? QString() : QString::fromUtf8(json);
}

qint64 integerOf(const QByteArray &json, qint64 standard)
{
    bool good = false;
    const qint64 number = textOf(json).trimmed().toLongLong(&good);
    return good ? number : standard;
}

bool isTrue(const QByteArray &json)
{
    static const QList<QByteArray> falsehoods {"", "null", "false", "0", "\"\"", "[]", "{}"};
    return !falsehoods.contains(json);
}

QList<QByteArray> itemsOf(const QByteArray &json)
{
    if (json.isEmpty() || json == "null")
        return {};
    if (!json.startsWith('['))
        return {json};
    QList<QByteArray> items;
    const json::Document document = json::Document::parse(json);
    for (json::Value item = document.root().firstChild(); item.isValid(); item = item.nextSibling())
        items.append(item.raw().toByteArray());
    return items;
}

QByteArray listOf(const QList<QByteArray> &items)
{
    json::ArrayWriter list;
    for (const QByteArray &item : items)
        list.addRaw(item);
    return list.finished();
}

} // namespace actionscope::sandbox
