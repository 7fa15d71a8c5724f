// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/fileplace.h"

#include "app/base/tr.h"
#include "app/schema/quickfixes.h"
#include "app/storage/jsonplace.h"

namespace actionscope::runner {

FilePlace placeOf(const json::Document &document, const json::Value &value)
{
    if (!value.isValid())
        return {};
    const json::Place place = json::placeOf(document.bytes(), value.begin());
    return {place.line, place.column, schema::pathOf(value)};
}

FilePlace placeAt(const json::Document &document, qsizetype offset)
{
    const json::Place place = json::placeOf(document.bytes(), offset);
    const json::Value value = document.valueAt(offset);
    return {place.line, place.column, value.isValid() ? schema::pathOf(value) : json::Path()};
}

PlacedSentence placedSentenceOf(const Error &error)
{
    const storage::PlacedError read = storage::placeIn(error.sentence);
    const json::Place place = read.place.value_or(json::Place {0, 0});
    return {read.sentence, {place.line, place.column, {}}};
}

QString withPlace(const PlacedSentence &sentence)
{
    if (!sentence.place.isKnown())
        return sentence.sentence;
    return Tr::tr("Line %1, column %2: %3").arg(sentence.place.line).arg(sentence.place.column).arg(sentence.sentence);
}

} // namespace actionscope::runner
