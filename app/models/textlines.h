// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/prettylines.h"

#include <compare>
#include <memory>

namespace actionscope::models {

// A place between two bytes of a text in rows.
struct TextPlace
{
    qsizetype row = 0;
    qsizetype column = 0; // bytes from the row's beginning

    auto operator<=>(const TextPlace &) const = default;
};

struct TextRow
{
    enum class Language { None, Json, Markup };
    using Part = json::PrettyRow::Part; // a stretch that stands in the body, too

    QByteArray bytes; // without a line break
    std::vector<Part> parts;
    Language language = Language::None;
    bool isContinuation = false; // of the line above
    bool beginsInString = false;
    bool opens = false; // can be folded

    [[nodiscard]] qsizetype columnOf(qsizetype offset) const;
    // The body's byte at a column or, where the body has none there, the next that the row shows.
    [[nodiscard]] qsizetype offsetAt(qsizetype column) const;
};

// A body in one of its forms, as short rows that are made when they are asked for. Immutable, shared between
// threads.
class TextLines
{
public:
    virtual ~TextLines();

    [[nodiscard]] virtual qsizetype rowCount() const = 0;
    [[nodiscard]] virtual TextRow row(qsizetype row) const = 0;
    [[nodiscard]] virtual qsizetype widestRow() const = 0; // bytes
    [[nodiscard]] virtual qsizetype lineNumber(qsizetype row) const = 0; // from 1
    [[nodiscard]] virtual qsizetype rowAt(qsizetype offset) const = 0; // offset in the body
    // The last row of the block that opens at `row`; `row` itself where none does.
    [[nodiscard]] virtual qsizetype closingRow(qsizetype row) const { return row; }
    // What a person gets who copies from one place to the other.
    [[nodiscard]] virtual QByteArray textBetween(const TextPlace &from, const TextPlace &to) const;

    [[nodiscard]] qsizetype lineCount() const { return rowCount() > 0 ? lineNumber(rowCount() - 1) : 0; }
    [[nodiscard]] qsizetype rowOfLine(qsizetype line) const;
    [[nodiscard]] TextPlace placeOf(qsizetype offset) const;
    [[nodiscard]] TextPlace end() const;
};

} // namespace actionscope::models
