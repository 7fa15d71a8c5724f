// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/exchangereader.h"
#include "tests/fuzz/importcheck.h"

using namespace actionscope;
using fuzz::require;

// A raw exchange, a report, a log, one entry of several: it is read or there is a sentence why not.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const exchange::ReadWish &wish : {exchange::ReadWish {}, exchange::ReadWish {404, text.left(text.size() / 2), {}}, exchange::ReadWish {{}, {}, 2}}) {
        const auto read = exchange::readExchange(text, wish);
        require(read || !read.error().sentence.isEmpty());
        for (const QString &note : read ? read->notes : QStringList())
            require(!note.isEmpty());
    }
    fuzz::checkForms(text, {exchange::ImportForm::HttpText});
    return 0;
}
