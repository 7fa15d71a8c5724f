// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/json/document.h"

#include <optional>

namespace actionscope::storage {

// What is wrong with a file of a person, and where: "Line 4, column 15: entityId must be a text."
[[nodiscard]] Failure failureAt(QByteArrayView text, qsizetype offset, const QString &sentence);

// The same read back, for who goes there.
struct PlacedError
{
    QString sentence; // without the place
    std::optional<json::Place> place;
};
[[nodiscard]] PlacedError placeIn(const QString &sentence);

// The object a file of ours consists of, or what keeps it from being one.
[[nodiscard]] Result<json::Document> objectDocument(const QByteArray &text);

// That "actionscope", where it is there, is the number of a format.
[[nodiscard]] Result<void> checkFormat(const json::Document &document);
// Whether "actionscope" asks for a newer version of this program than the one that reads it.
[[nodiscard]] bool isNewerThanThis(const json::Document &document);

// A member of the root as text, or with a complaint; empty where it is absent or null.
[[nodiscard]] Result<QString> textMember(const json::Document &document, QStringView name);
[[nodiscard]] Result<QStringList> textListMember(const json::Document &document, QStringView name);

} // namespace actionscope::storage
