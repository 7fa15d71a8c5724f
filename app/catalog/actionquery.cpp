// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/actionquery.h"

#include "app/catalog/searchwords.h"

#include <algorithm>

namespace actionscope::catalog {

QList<QueryWord> queryWords(const QString &text, const WordTable &known)
{
    QList<QueryWord> words;
    for (const SearchWord &run : searchRuns(text)) {
        const QList<SearchWord> parts = searchWords(QStringView(text).sliced(run.from, run.length));
        if (parts.size() == 1 || known.hasBeginning(run.text)) {
            words.append({run.text, isStopWord(run.text)});
            continue;
        }
        for (const SearchWord &part : parts)
            words.append({part.text, isStopWord(part.text)});
    }
    const auto isOptional = [](const QueryWord &word) { return word.isOptional; };
    if (std::all_of(words.cbegin(), words.cend(), isOptional)) {
        for (QueryWord &word : words)
            word.isOptional = false;
    }
    return words;
}

} // namespace actionscope::catalog
