// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/draftbuilder.h"
#include "app/exchange/shellwords.h"

namespace actionscope::exchange {

// A cURL command for bash, cmd or PowerShell; which of them is told by its quotes.
[[nodiscard]] bool isCurl(const QByteArray &bytes);
[[nodiscard]] Imported importCurl(const QByteArray &bytes);

// What a program called curl with these words would send; nothing is opened. Also used for curl.exe under PowerShell.
void addCurl(const ShellCommand &command, DraftBuilder &builder);

// Adds each command of a text that starts with a word of the program's, and with it what came back where that stands below.
void addCommands(const QByteArray &bytes, const ShellText &text, bool (*isOurs)(const QByteArray &word),
    void (*add)(const ShellCommand &command, DraftBuilder &builder), DraftBuilder &builder);

// Whether it is what starts a cURL command.
[[nodiscard]] bool isCurlName(const QByteArray &word);

} // namespace actionscope::exchange
