// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace actionscope::sandbox {

// A stretch of a sentence that says what it is by its form alone.
struct Fact
{
    enum class Kind {
        Quoted, // in "…", “…”, '…' or `…`
        Email,
        Url,
        Repository, // octocat/Hello-World
        Channel, // #general
        Date, // 2026-01-31, with or without a time
        Number,
    };

    Kind kind = Kind::Quoted;
    qsizetype begin = 0;
    qsizetype end = 0;
    QString value; // without quotes

    bool operator==(const Fact &) const = default;
};

// In the order of the text; they do not overlap.
[[nodiscard]] QList<Fact> factsIn(const QString &text);

} // namespace actionscope::sandbox
