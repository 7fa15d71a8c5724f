// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/json/document.h"

#include <QUrl>

#include <optional>

namespace actionscope::models {

// A file that the service keeps elsewhere and names by a link which carries its own permission.
struct LinkedPart
{
    QUrl url;
    QString name; // suggested, without a folder

    bool operator==(const LinkedPart &) const = default;
};

// What a value holds besides itself. Told from how it looks, reading no more than a little of a long text; whether it
// really is that, the reading tells.
struct Embedded
{
    bool isJson = false; // a text that looks like an object or an array
    bool isBase64 = false; // plain or as a data: URL
    std::optional<LinkedPart> link;

    bool operator==(const Embedded &) const = default;
};

[[nodiscard]] Embedded embeddedIn(const json::Value &value);

struct DecodedPart
{
    QByteArray bytes;
    QString name; // suggested: the sibling that names a file, else the member's name with a fitting suffix

    bool operator==(const DecodedPart &) const = default;
};

// Both read the whole value and belong on another thread.
[[nodiscard]] Result<DecodedPart> decodedPart(const json::Value &value);
// The text of a string, or the bytes of anything else, as a document of its own.
[[nodiscard]] json::Document innerDocument(const json::Value &value);

// What the old wire nests once more: data.response_data, a text or an object. Invalid where there is none.
[[nodiscard]] json::Value nestedResponseData(const json::Document &document);

} // namespace actionscope::models
