// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/powershellreader.h"
#include "tests/fuzz/importcheck.h"

using namespace actionscope;
using fuzz::require;

namespace {

// Each byte of a word knows where it came from, whatever the quotes.
void check(const QByteArray &text, const exchange::ShellText &read)
{
    for (const exchange::ShellCommand &command : read.commands) {
        for (const exchange::ShellWord &word : command.words) {
            require(qsizetype(word.sources.size()) == word.text.size() && word.begin >= 0 && word.begin <= text.size());
            for (const quint32 source : word.sources)
                require(qsizetype(source) <= text.size());
            for (const qsizetype variable : word.variables)
                require(variable >= 0 && variable <= word.text.size());
        }
    }
    for (const exchange::ImportTrouble &trouble : read.troubles)
        require(!trouble.sentence.isEmpty() && trouble.offset >= 0 && trouble.offset <= text.size());
}

} // namespace

// cURL for bash, cmd and PowerShell, and PowerShell's own commands.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    check(text, exchange::readBash(text));
    check(text, exchange::readCmd(text));
    check(text, exchange::readPowerShell(text));
    fuzz::checkForms(text, {exchange::ImportForm::Curl, exchange::ImportForm::PowerShell});
    return 0;
}
