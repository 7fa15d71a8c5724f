// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/answershape.h"

#include "app/json/document.h"

#include <QCryptographicHash>
#include <QMap>
#include <QSet>

#include <algorithm>

namespace actionscope::runner {

namespace {

constexpr int deepest = 200; // levels; below, everything is alike

// Every path with its type, each once: "data.items[].id:number".
void addPaths(const json::Value &value, const QByteArray &path, int depth, QSet<QByteArray> *paths)
{
    if (value.isNull() || depth > deepest)
        return;
    if (!value.isObject() && !value.isArray()) {
        paths->insert(path + ':' + QByteArray::number(int(value.type())));
        return;
    }
    paths->insert(path + (value.isObject() ? "{}" : "[]"));
    for (json::Value child = value.firstChild(); child.isValid(); child = child.nextSibling())
        addPaths(child, value.isObject() ? path + '.' + child.key().toUtf8() : path + "[]", depth + 1, paths);
}

} // namespace

QByteArray shapeOf(const QByteArray &json)
{
    const json::Document document = json::Document::parse(json);
    if (!document.isValid())
        return {};
    QSet<QByteArray> paths;
    addPaths(document.root(), {}, 0, &paths);
    QList<QByteArray> sorted(paths.cbegin(), paths.cend());
    std::sort(sorted.begin(), sorted.end());
    return QCryptographicHash::hash(sorted.join('\n'), QCryptographicHash::Sha1);
}

} // namespace actionscope::runner
