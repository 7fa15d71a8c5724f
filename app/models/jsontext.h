// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QString>

namespace actionscope::models {

// Short forms of JSON values for one line of a view. None of them reads more of a value than it shows.

struct ShortText
{
    QString text;
    bool isElided = false;
};

// A string without escapes, at most `limit` characters of it; other values as they were sent.
[[nodiscard]] ShortText shortText(const json::Value &value, qsizetype limit);
// How a container begins, without its line breaks: {"id": 1, "title": "…
[[nodiscard]] QString containerPreview(const json::Value &value, qsizetype limit);
// "3 members", "12 items"
[[nodiscard]] QString countText(const json::Value &container, qsizetype count);
// "3 members", "12 items", "number", "string", "string, 1.2 MB" where it is long
[[nodiscard]] QString typeText(const json::Value &value, qsizetype longString);

} // namespace actionscope::models
