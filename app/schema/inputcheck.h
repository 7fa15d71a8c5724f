// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/schema/problem.h"
#include "app/schema/schema.h"
#include "app/schema/validator.h"

namespace actionscope::schema {

// What an input is held against. A value; cheap to copy, may be used by several threads.
struct InputRules
{
    InputRules() = default;
    explicit InputRules(const QByteArray &json)
        : schema(json)
        , validator(json)
    {
    }

    [[nodiscard]] bool isEmpty() const { return validator.isEmpty() || schema.isEmpty(); }

    Schema schema;
    Validator validator;
};

// Whether {{name}} stands for a value that is put in later, and so is not judged.
enum class Variables { AreFilledLater, ArePlainText };

// Everything wrong with a text that should be an input, in the order of the text, with the ways out. A text that is not
// JSON has only problems of rule "syntax". A blank text has none: it is not sent. Never throws, ends in bounded time.
[[nodiscard]] QList<Problem> checkInput(const InputRules &rules, const QByteArray &text, Variables variables);

// Whether a text is exactly one {{name}}, or holds one.
[[nodiscard]] bool isVariable(const QString &text);
[[nodiscard]] bool holdsVariable(const QString &text);

} // namespace actionscope::schema
