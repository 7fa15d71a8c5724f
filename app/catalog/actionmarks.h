// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/actionquery.h"

#include "app/catalog/actionindex.h"

namespace actionscope::catalog {

// Which letters of `text` the typed words mean: the word each fits best, else initials, else letters in a row.
[[nodiscard]] QList<LetterRange> lettersMeant(const QList<QueryWord> &typed, const QString &text);

} // namespace actionscope::catalog
