// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/tableshape.h"

namespace actionscope::models {

// Rows in the order of one column.
struct TableOrder
{
    std::vector<quint32> items; // shown row to item of the array
    std::vector<quint32> places; // item to shown row
};

// Numbers by their exact value, then texts by code points with ASCII letters of either case alike, false before true,
// containers by their size; equal rows stay as they stood. null, then missing, are last in either direction.
// Belongs on another thread; null when `watch` ended it.
[[nodiscard]] std::shared_ptr<const TableOrder> orderedBy(const json::Document &document, const TableRows &rows,
    const TableColumn &column, Qt::SortOrder direction, json::ParseWatch *watch);

} // namespace actionscope::models
