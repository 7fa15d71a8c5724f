// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QList>

#include <optional>

namespace actionscope::json {

// One stretch of a text replaced by other bytes.
struct TextEdit
{
    qsizetype begin = 0; // bytes
    qsizetype length = 0;
    QByteArray text;

    bool operator==(const TextEdit &) const = default;
};

[[nodiscard]] QByteArray applied(QByteArray text, const TextEdit &edit);
// Edits of one text, the last in the text first.
[[nodiscard]] QByteArray applied(QByteArray text, const QList<TextEdit> &edits);

// One step from a container to a value in it: a member by its name, or an item by its position.
struct PathStep
{
    QString name = {};
    qsizetype position = -1; // of an item; -1 for a member

    bool operator==(const PathStep &) const = default;
};
using Path = QList<PathStep>;

// The value at a path; invalid where there is none. Of duplicate names the last counts, as for most readers.
[[nodiscard]] Value valueAtPath(const Document &document, const Path &path);

// The smallest edits that make a value at `path` be `json`: every other byte stays. Objects that are missing on the way
// are made; a new member goes behind the last, in the spacing of its neighbours; an item one past the end is appended.
// A blank document counts as one without a value. Nothing where the way is blocked by a value of another type or the
// document is not whole.
[[nodiscard]] std::optional<TextEdit> settingValue(const Document &document, const Path &path, QByteArrayView json);
// The same for a new member of the root object, put behind the one named `neighbour` instead of last; one that is
// there already is set where it is.
[[nodiscard]] std::optional<TextEdit> settingMemberBehind(
    const Document &document, const QString &neighbour, const QString &name, QByteArrayView json);
// Takes a member (all of that name) or an item out, with its comma and its line. No edit where it is not there.
[[nodiscard]] QList<TextEdit> removingValue(const Document &document, const Path &path); // last in the text first
// Lets an item and the one before or after it, `by` -1 or 1, change places; the text between them stays.
[[nodiscard]] std::optional<TextEdit> movingItem(const Document &document, const Path &path, int by);
// Gives a member another name; the value and all else stay.
[[nodiscard]] std::optional<TextEdit> renamingMember(const Document &document, const Path &path, const QString &name);

} // namespace actionscope::json
