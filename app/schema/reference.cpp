// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/reference.h"

#include <QStringList>
#include <QUrl>

namespace actionscope::schema {

json::Value referenced(const json::Value &root, const QString &reference)
{
    if (!reference.startsWith(QLatin1Char('#')))
        return {};
    const QString pointer = QUrl::fromPercentEncoding(reference.sliced(1).toUtf8());
    json::Value at = root;
    if (pointer.isEmpty())
        return at;
    if (!pointer.startsWith(QLatin1Char('/'))) {
        for (const char16_t *folder : {u"definitions", u"$defs"}) {
            const json::Value definitions = root.member(folder);
            for (json::Value one = definitions.firstChild(); one.isValid(); one = one.nextSibling()) {
                if (one.member(u"$id").toString() == reference)
                    return one;
            }
        }
        return {};
    }
    const QStringList names = pointer.sliced(1).split(QLatin1Char('/'));
    for (QString name : names) {
        name.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
        bool isPosition = false;
        const qsizetype position = name.toLongLong(&isPosition);
        at = at.isArray() ? (isPosition && position >= 0 ? at.at(position) : json::Value()) : at.member(name);
    }
    return at;
}

} // namespace actionscope::schema
