// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace actionscope::exchange {

// JSON as a literal of the language, over several lines, its first one behind what stands before it. `indent` is that of
// the line it begins on.
[[nodiscard]] QByteArray pythonLiteral(const QByteArray &json, int indent);
[[nodiscard]] QByteArray scriptLiteral(const QByteArray &json, int indent);
// A comment line for each number of the JSON that the language cannot carry and would send as another; empty where all stay.
[[nodiscard]] QByteArray pythonLosses(const QByteArray &json);
[[nodiscard]] QByteArray scriptLosses(const QByteArray &json);
// A text in double quotes; the same in Python and JavaScript.
[[nodiscard]] QByteArray quotedText(const QString &text);

} // namespace actionscope::exchange
