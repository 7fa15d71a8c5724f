// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/textedit.h"

#include <QList>
#include <QString>

namespace actionscope::json {

// One thing that keeps a text from being JSON, where it stands, and what mends it.
struct Repair
{
    qsizetype begin = 0; // bytes
    qsizetype end = 0;
    QString sentence; // "JSON has no comments."
    QString title; // of the button that mends it; empty where nothing is known that would
    QList<TextEdit> edits; // last in the text first

    bool operator==(const Repair &) const = default;
};

// Reads what people write where JSON is asked for: trailing, doubled and missing commas, single and typographic quotes,
// names and texts without quotes, Python's None, True and False, comments, NaN, line breaks in texts, brackets that are
// left open. In the order of the text, at most `enoughRepairs`; empty for what is JSON already. The edits of different
// repairs never touch the same bytes, and no other byte is changed.
[[nodiscard]] QList<Repair> findRepairs(const QByteArray &text);
inline constexpr qsizetype enoughRepairs = 1000;

// All of them at once, last in the text first.
[[nodiscard]] QList<TextEdit> allEdits(const QList<Repair> &repairs);
[[nodiscard]] QByteArray repaired(const QByteArray &text);

} // namespace actionscope::json
