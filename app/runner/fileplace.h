// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/json/textedit.h"

namespace actionscope::runner {

// Where in a file of a collection something stands: for a person who looks, and for a window that goes there.
struct FilePlace
{
    int line = 0; // from 1; 0: nowhere in particular
    int column = 0;
    json::Path path = {}; // of the value, from the root of the file

    [[nodiscard]] bool isKnown() const { return line > 0; }
    bool operator==(const FilePlace &) const = default;
};

// A sentence about a file, which does not name the place itself.
struct PlacedSentence
{
    QString sentence;
    FilePlace place = {};

    bool operator==(const PlacedSentence &) const = default;
};

[[nodiscard]] FilePlace placeOf(const json::Document &document, const json::Value &value);
// The place of this byte, and the innermost value that holds it.
[[nodiscard]] FilePlace placeAt(const json::Document &document, qsizetype offset);
// Of a file that could not be read.
[[nodiscard]] PlacedSentence placedSentenceOf(const Error &error);

// "Line 3, column 7: …", or the sentence alone where nothing is known.
[[nodiscard]] QString withPlace(const PlacedSentence &sentence);

} // namespace actionscope::runner
