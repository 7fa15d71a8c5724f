// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/shellwords.h"

#include "app/base/tr.h"

namespace actionscope::exchange {

namespace {

bool isBlank(char c) { return c == ' ' || c == '\t'; }

// What cmd itself does: carets, and where a line or a command ends. Quotes stay for the program that is started.
std::vector<ShellWord> readLines(const QByteArray &text)
{
    std::vector<ShellWord> lines(1);
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '^' && !isQuoted) {
            const qsizetype next = i + (text.mid(i + 1, 2) == "\r\n" ? 2 : 1);
            const bool joinsLines = text.mid(next, 1) == "\n";
            i = joinsLines ? next + 1 : next;
            const bool isTaken = !joinsLines || text.mid(i, 1) == "\n"; // a second line break is meant
            if (isTaken && i < text.size())
                lines.back().append(text[i], i);
            i -= isTaken ? 0 : 1;
            continue;
        }
        if (c == '"')
            isQuoted = !isQuoted;
        if (c == '\n' || (!isQuoted && (c == '&' || c == '|'))) {
            isQuoted = false;
            lines.emplace_back();
        } else if (c != '\r') {
            lines.back().append(c, i);
        }
    }
    return lines;
}

// What the started program does with its line: blanks part words, backslashes matter before quotes only.
void splitWords(const ShellWord &line, ShellText &result)
{
    const QByteArray &text = line.text;
    ShellCommand command;
    ShellWord word;
    bool isOpen = false;
    bool isQuoted = false;
    qsizetype quoteAt = 0;
    const auto finish = [&] {
        if (isOpen)
            command.words.push_back(std::move(word));
        word = {};
        isOpen = false;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const qsizetype source = line.sourceOf(i);
        if (isBlank(c) && !isQuoted) {
            finish();
            continue;
        }
        if (!isOpen)
            word.begin = source;
        isOpen = true;
        qsizetype slashes = 0;
        while (i + slashes < text.size() && text[i + slashes] == '\\')
            ++slashes;
        if (slashes > 0) {
            const bool isBeforeQuote = text.mid(i + slashes, 1) == "\"";
            word.append(QByteArray(isBeforeQuote ? slashes / 2 : slashes, '\\'), source);
            i += slashes - 1;
            if (isBeforeQuote && slashes % 2 == 1)
                word.append('"', line.sourceOf(++i));
        } else if (c == '"' && isQuoted && text.mid(i + 1, 1) == "\"") {
            word.append('"', line.sourceOf(i++));
        } else if (c == '"') {
            isQuoted = !isQuoted;
            word.isQuoted = true;
            quoteAt = source;
        } else {
            word.append(c, source);
        }
    }
    finish();
    if (isQuoted)
        result.troubles.append({Tr::tr("The quote that opens here is never closed; all that follows was taken to be inside."), {}, quoteAt});
    command.end = line.sources.empty() ? 0 : line.sourceOf(qsizetype(line.sources.size()) - 1) + 1;
    if (!command.words.empty())
        result.commands.push_back(std::move(command));
}

} // namespace

ShellText readCmd(const QByteArray &text)
{
    ShellText result;
    const std::vector<ShellWord> lines = readLines(text);
    for (const ShellWord &line : lines)
        splitWords(line, result);
    return result;
}

} // namespace actionscope::exchange
