// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/scriptreader.h"
#include "app/json/document.h"
#include "tests/fuzz/importcheck.h"

using namespace actionscope;
using fuzz::require;

// Python and TypeScript as people paste them: every call is read to some end.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    exchange::ScriptReader reader(text);
    reader.learnNames();
    for (qsizetype open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
        reader.moveTo(open);
        for (const exchange::ScriptArgument &argument : reader.readArguments())
            require(argument.json.isEmpty() || json::Document::parse(argument.json).isValid());
        require(reader.at() > open && reader.at() <= text.size());
    }
    fuzz::checkForms(text, {exchange::ImportForm::SdkCall});
    return 0;
}
