// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringList>

namespace actionscope::exchange {

// A text as a clipboard or a file of some program holds it, made plain.
struct PastedText
{
    QByteArray bytes = {}; // UTF-8
    QStringList notes = {}; // what was passed over, as sentences
};

// Decodes UTF-16, with a byte order mark or without (as > of Windows PowerShell writes it), and leaves out what no eye sees
// behind the end: NUL and other control characters, no-break spaces.
[[nodiscard]] PastedText plainText(const QByteArray &pasted);

} // namespace actionscope::exchange
