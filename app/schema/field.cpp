// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/field.h"

namespace actionscope::schema {

QStringList Field::group() const
{
    if (!name.contains(QLatin1String("__")))
        return {};
    QStringList parts = name.split(QLatin1String("__"));
    parts.removeLast();
    // A name that begins or ends with the separator is no path of names.
    return parts.contains(QString()) || name.endsWith(QLatin1Char('_')) ? QStringList() : parts;
}

} // namespace actionscope::schema
