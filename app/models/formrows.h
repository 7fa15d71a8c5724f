// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/formmodel.h"

#include <functional>

namespace actionscope::models {

// Which fields of a form a person wants to see.
struct FormFilter
{
    QString text = {}; // words that name, title or description hold
    bool isOnlyRequired = false;
    bool isOnlySet = false;

    [[nodiscard]] bool isActive() const { return !text.trimmed().isEmpty() || isOnlyRequired || isOnlySet; }
    bool operator==(const FormFilter &) const = default;
};

// The rows of a form from top to bottom, folded ones left out.
struct FormRows
{
    struct Row
    {
        QModelIndex index;
        int depth = 0;
        bool isHit = false; // of the filter; the rows around a hit are none
    };

    QList<Row> rows;
    qsizetype hits = 0;
};

// What a filter finds is shown with the rows around it, folded or not.
[[nodiscard]] FormRows formRows(
    const FormModel &model, const FormFilter &filter, const std::function<bool(const QModelIndex &)> &isUnfolded);

// Makes the rows of nested objects, so that a search finds what nobody has unfolded yet; a schema without an end is
// followed a few levels down.
void loadForSearch(FormModel &model);

} // namespace actionscope::models
