// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/textlines.h"

namespace actionscope::ui {

enum class TextForm { Pretty, AsReceived, Hex };

// What stays when a body is shown anew: the place a person looks at, when the old body is the new one's beginning.
enum class Keep { Nothing, Place };

// A body made ready to be looked at. A value, made on a worker thread.
struct PreparedText
{
    std::shared_ptr<const models::TextLines> lines; // null: nothing to show
    TextForm form = TextForm::AsReceived; // the one it got
};

// False for what has NUL bytes where a person would look first, as images and archives do.
[[nodiscard]] bool looksLikeText(QByteArrayView body);

// Pretty is for bodies that are JSON at least in their beginning; any other is shown as it came or, where it is no text,
// as hexadecimal.
[[nodiscard]] PreparedText preparedText(const json::Document &body, TextForm form);

} // namespace actionscope::ui
