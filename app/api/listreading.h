// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QDateTime>
#include <QStringList>

namespace actionscope::api {

// Values of a list's item, whatever type the service gave them. What cannot be read is empty.

// A string, or the spelling of a number or boolean.
[[nodiscard]] QString looseText(const json::Value &value);
// The first of these members that says anything.
[[nodiscard]] QString looseText(const json::Value &object, std::initializer_list<QStringView> names);
// true, "true", 1, "1"
[[nodiscard]] bool looseBool(const json::Value &value);
// 12, "12", 12.0; nothing for what is no number, or is negative.
[[nodiscard]] std::optional<qint64> looseCount(const json::Value &value);
// An array of texts, or of objects whose text is under `name`, `slug` or `id`; one text stands for itself.
[[nodiscard]] QStringList looseTexts(const json::Value &value);
// An ISO time, or seconds or milliseconds since 1970. UTC.
[[nodiscard]] QDateTime looseTime(const json::Value &value);
// The exact bytes of an object; empty for anything else.
[[nodiscard]] QByteArray objectBytes(const json::Value &value);
// The id in a marker such as <<DEPRECATED use NEW_NAME>>; empty where there is none.
[[nodiscard]] QString successorIn(const QString &description);

} // namespace actionscope::api
