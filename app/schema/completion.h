// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/schema/caretcontext.h"
#include "app/schema/schema.h"

#include "app/json/textedit.h"

namespace actionscope::schema {

// One thing that may be put in at the caret.
struct Completion
{
    QString label; // what is matched and shown
    QString type; // "string", "integer, required"
    QString title;
    QList<json::TextEdit> edits; // last in the text first
    // What is selected afterwards, in bytes of the text as it is then; empty: only the caret stands there.
    qsizetype selectionBegin = 0;
    qsizetype selectionEnd = 0;

    bool operator==(const Completion &) const = default;
};

// What fits at a place, the likeliest first: names that are required and not there yet, then the others; choices,
// examples, the default, true and false, null; {{variables}}. Filtered by what is typed.
[[nodiscard]] QList<Completion> completionsAt(
    const Schema &schema, const QByteArray &text, qsizetype offset, const QStringList &variables);

// The {{variables}} for a place in a plain text behind an open {{; none anywhere else.
[[nodiscard]] QList<Completion> variablesAt(const QByteArray &text, qsizetype offset, const QStringList &variables);

// How well a typed word suits a name: 0 begins it, 1 begins its words ("isn" for issue_number), 2 stands inside, -1 not
// at all. Without regard to case.
[[nodiscard]] int matchOf(const QString &typed, const QString &name);

// What a field is, in a few words: "integer from 1 to 100, required".
[[nodiscard]] QString typeText(const Field &field);

} // namespace actionscope::schema
