// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/valuepaths.h"

#include "app/json/pathtext.h"

#include <QStringList>

namespace actionscope::json {

QString ValuePaths::pathOf(const Value &value)
{
    QStringList steps;
    for (Value at = value, above = value.parent(); above.isValid(); at = above, above = at.parent())
        steps.prepend(at.hasKey() ? pathStep(at.key()) : QStringLiteral("[%1]").arg(positionOf(at, above)));
    return QLatin1Char('$') + steps.join(QString());
}

qsizetype ValuePaths::positionOf(const Value &item, const Value &array)
{
    Counted &counted = m_counted[array.node()];
    if (!counted.item.isValid() || item.node() < counted.item.node())
        counted = {array.firstChild(), 0};
    for (; counted.item.isValid() && counted.item != item; counted.item = counted.item.nextSibling())
        ++counted.position;
    return counted.position;
}

} // namespace actionscope::json
