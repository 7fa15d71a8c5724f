// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/imported.h"

#include <vector>

namespace actionscope::exchange {

// One word of a command, its quotes undone.
struct ShellWord
{
    QByteArray text = {};
    std::vector<quint32> sources = {}; // for each byte of `text`, the byte of the pasted text it came from
    std::vector<qsizetype> variables = {}; // bytes of `text` at which a shell would put something else
    qsizetype begin = 0;
    bool isQuoted = false;

    void append(char c, qsizetype source)
    {
        text += c;
        sources.push_back(quint32(source));
    }
    void append(const QByteArray &bytes, qsizetype source)
    {
        for (const char c : bytes)
            append(c, source);
    }
    // Where a byte of `text` stood; the word's beginning for what is beyond.
    [[nodiscard]] qsizetype sourceOf(qsizetype offset) const
    {
        return offset >= 0 && offset < qsizetype(sources.size()) ? qsizetype(sources[std::size_t(offset)]) : begin;
    }
};

struct ShellCommand
{
    std::vector<ShellWord> words = {};
    std::optional<ShellWord> input = {}; // of a here-document, or of printf or echo before the pipe
    bool isPiped = false; // its output goes to the next command
    qsizetype end = 0; // byte of the text behind it and its here-document
};

struct ShellText
{
    std::vector<ShellCommand> commands = {};
    QList<ImportTrouble> troubles = {}; // sentences without their place; `offset` is it
};

// The commands of a text as bash reads it: '…', "…", $'…', backslashes, here-documents, comments. Nothing is expanded:
// variables stay as they are written.
[[nodiscard]] ShellText readBash(const QByteArray &text);
// As Windows' cmd and the programs it starts read it: carets, "…", \" and "" inside.
[[nodiscard]] ShellText readCmd(const QByteArray &text);

} // namespace actionscope::exchange
