// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/variables.h"

#include <QStringList>

namespace actionscope::workspace {

// What a {{name}} stands for and where that is set, as a person reads it; a secret is not in it.
struct NameMeaning
{
    enum class Kind {
        Value,
        Secret,
        BuiltIn,
        Trouble, // set, but it cannot be used
        Unset,
    };

    Kind kind = Kind::Unset;
    QString name = {};
    QString value = {}; // empty for a secret; of a trouble a sentence, of what is built in or unset: what that means
    QString place = {}; // "environments/ci.json (environment)"
    bool isKeptInMemory = false; // written to no file: gone with the program
    QStringList hidden = {}; // what it takes the place of, each with its place

    bool operator==(const NameMeaning &) const = default;
};

[[nodiscard]] NameMeaning meaningOf(const QString &name, const runner::Variables &variables);

// In a few lines.
[[nodiscard]] QString described(const NameMeaning &meaning);

} // namespace actionscope::workspace
