// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/wordtable.h"

#include <QList>
#include <QString>

namespace actionscope::catalog {

// One word of what was typed.
struct QueryWord
{
    QString text;
    bool isOptional = false; // a stop word: good to find, no harm without
};

// What was typed, as words. Humps are words of their own (createIssue) unless some action knows the whole (YouTube).
[[nodiscard]] QList<QueryWord> queryWords(const QString &text, const WordTable &known);

} // namespace actionscope::catalog
