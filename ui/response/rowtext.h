// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace actionscope::ui {

// One row as it is drawn, and the way back from each character to its byte. Bytes that are not UTF-8 become
// �, control characters a dot, so that any bytes can be shown and none of them acts.
struct RowText
{
    QString text;
    std::vector<int> offsets; // byte of each UTF-16 unit, and one past the last

    [[nodiscard]] int positionOf(qsizetype offset) const;
    [[nodiscard]] qsizetype offsetOf(int position) const;
};

[[nodiscard]] RowText rowText(QByteArrayView bytes);

// A piece of a row with a meaning; what lies between is punctuation.
struct TextSpan
{
    enum class Kind { Key, String, Number, Word };

    qsizetype start = 0;
    qsizetype length = 0;
    Kind kind = Kind::String;

    bool operator==(const TextSpan &) const = default;
};

// Needs no valid JSON. A string that goes on in the next row is taken for a value.
[[nodiscard]] QList<TextSpan> jsonSpans(QStringView row, bool beginsInString);
// Tags, attributes and entities of HTML and XML. A tag that began in an earlier row is taken for text.
[[nodiscard]] QList<TextSpan> markupSpans(QStringView row);

} // namespace actionscope::ui
