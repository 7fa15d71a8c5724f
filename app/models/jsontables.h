// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QList>
#include <QString>

namespace actionscope::models {

// An array that a table can show: one that holds objects.
struct FoundTable
{
    json::Value array;
    QString path; // JSONPath, $.data.items

    bool operator==(const FoundTable &) const = default;
};

// The arrays of objects in a document, those with most items first. Reads the whole index, so it belongs on another
// thread; `watch` may be null and ends it early with nothing.
[[nodiscard]] QList<FoundTable> findTables(const json::Document &document, json::ParseWatch *watch, int most = 50);

// The JSONPath of a value. Counts the items before it, so large arrays cost time.
[[nodiscard]] QString jsonPathOf(const json::Value &value);

} // namespace actionscope::models
