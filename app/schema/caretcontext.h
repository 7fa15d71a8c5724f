// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringList>

namespace actionscope::schema {

// What may stand at a place of a text that is being typed, and need not be JSON yet.
struct CaretContext
{
    enum class Kind {
        Nothing,
        Name, // of a member
        Value,
    };

    Kind kind = Kind::Nothing;
    QStringList path; // of the container for a name, of the value for a value
    qsizetype begin = 0; // of the word that is replaced, its opening quote counted
    qsizetype end = 0; // its closing quote counted
    qsizetype commaAt = -1; // where a comma is missing before it
    bool needsComma = false; // behind it
    bool hasColon = false; // a colon follows already
    bool isQuoted = false; // the word begins with a quote
    bool isInText = false; // the place is inside of a text that goes on
    QString typed; // of the word, up to the place
    QStringList names; // that the object has already, the word's own aside
    qsizetype variableAt = -1; // of a {{ that is open before the place
    bool isInArray = false;

    bool operator==(const CaretContext &) const = default;
};

// One pass over the text; takes whatever stands there as well as it can.
[[nodiscard]] CaretContext caretContext(const QByteArray &text, qsizetype offset);

} // namespace actionscope::schema
