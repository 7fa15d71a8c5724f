// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/textedit.h"

#include <QString>

namespace actionscope::schema {

// A way out of a problem: what its button says, and the edits that do it, the last in the text first.
struct QuickFix
{
    QString title; // "Add \"owner\"", "Make it a number"
    QList<json::TextEdit> edits;

    bool operator==(const QuickFix &) const = default;
};

enum class Severity { Error, Warning }; // a warning does not keep a request from being sent under --strict

// One thing wrong with an input, and where it stands in the text.
struct Problem
{
    qsizetype begin = 0; // bytes of the input
    qsizetype end = 0;
    QString path; // JSON Pointer; a missing member is named where it should be
    QString rule; // the schema keyword, "unknown" for a name the schema does not know, "syntax" for what is not JSON
    QString sentence = {};
    Severity severity = Severity::Error;
    QList<QuickFix> fixes = {};

    bool operator==(const Problem &) const = default;
};

} // namespace actionscope::schema
