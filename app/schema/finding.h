// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QByteArray>
#include <QString>

namespace actionscope::schema {

// What valijson found wrong, before it is put into words.
struct Finding
{
    QByteArray rule; // the keyword
    json::Value rules; // the schema that says so
    json::Value input; // the value that does not fit
    qsizetype position = -1; // of the name or item that the rule is about
};

// The name of the member a finding says is missing; empty for any other.
[[nodiscard]] QString missingName(const Finding &finding);
// JSON Pointer of a value within `root`.
[[nodiscard]] QString pointerTo(const json::Value &value, const json::Value &root);
[[nodiscard]] QString childPointer(const QString &pointer, QString name);
// The whole sentence; `pointer` says where the finding stands.
[[nodiscard]] QString sentenceFor(const Finding &finding, const QString &pointer);

} // namespace actionscope::schema
