// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QHash>

namespace actionscope::json {

// JSONPaths of many values of one document. Remembers how far it has counted in each array, so that a view
// that asks for neighbours does not count a million items for each.
class ValuePaths final
{
public:
    // "$.data[3]['odd key']"
    [[nodiscard]] QString pathOf(const Value &value);

private:
    struct Counted
    {
        Value item;
        qsizetype position = 0;
    };
    [[nodiscard]] qsizetype positionOf(const Value &item, const Value &array);

    QHash<quint32, Counted> m_counted; // by the array's node
};

} // namespace actionscope::json
