// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"
#include "ui/response/lineindex.h"

namespace actionscope::ui {

enum class TextForm { Pretty, AsReceived };

// A body made ready to be looked at. A value, made on a worker thread.
struct PreparedText
{
    LineIndex lines;
    qsizetype jsonBegin = -1; // from here on it is coloured as JSON; -1: nowhere
    bool isText = true; // false when there are NUL bytes, as images and archives have
    bool isPretty = false;
};

// Pretty up to the place where the body stops being JSON, as it came from there on. Never much larger than
// the body, which deep nesting would make it: such a body is shown as it came.
[[nodiscard]] PreparedText preparedText(const json::Document &body, TextForm form);

} // namespace actionscope::ui
