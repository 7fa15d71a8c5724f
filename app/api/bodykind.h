// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"

namespace actionscope::api {

enum class BodyForm {
    Empty,
    Json,
    Html,
    Xml,
    Csv,
    Text,
    Png,
    Jpeg,
    Gif,
    Webp,
    Svg,
    Bmp,
    Ico,
    Pdf,
    Zip,
    Gzip,
    Binary, // nothing we know
};

// What a body is, judged by its first bytes; the Content-Type decides only where they leave it open.
struct BodyKind
{
    BodyForm form = BodyForm::Empty;
    QByteArray charset; // of text, in lower case: by its byte order mark, by the Content-Type, else utf-8
    QString disagreement; // a sentence where the Content-Type says another thing than the bytes

    bool operator==(const BodyKind &) const = default;
};

// Reads no more than the first few thousand bytes.
[[nodiscard]] BodyKind bodyKind(const HeaderList &headers, const QByteArray &body);

[[nodiscard]] bool isImage(BodyForm form);
[[nodiscard]] bool isText(BodyForm form);
// As it stands in a sentence: "JSON", "a PNG image", "plain text".
[[nodiscard]] QString nameOf(BodyForm form);
// For a file of that form: "json", "png"; "bin" for what is not known.
[[nodiscard]] QString suffixOf(BodyForm form);

} // namespace actionscope::api
