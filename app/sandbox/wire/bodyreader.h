// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"
#include "app/sandbox/refusal.h"

#include <tl/expected.hpp>

#include <initializer_list>

namespace actionscope::sandbox {

// True where it takes no schema to see that a body fits; false says nothing.
using PlainlyFits = bool (*)(const json::Value &body);

// The body of a request as JSON that fits a schema of resources/sandbox/wire (":/sandbox/wire/NAME"). No body at all
// counts as an empty object.
[[nodiscard]] tl::expected<json::Document, Refusal> readBody(
    const QByteArray &bytes, const QString &schemaName, PlainlyFits plainlyFits = nullptr);

// The bodies that clients send again and again: an input and texts, each in its proper type. Names with their quotes.
[[nodiscard]] bool isInputAndTexts(
    const json::Value &body, QByteArrayView inputName, std::initializer_list<QByteArrayView> textNames);

// "/a/b~1c/0" as {"a", "b/c", "0"}.
[[nodiscard]] QStringList pointerNames(const QString &pointer);

} // namespace actionscope::sandbox
