// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/harscanner.h"
#include "tests/fuzz/importcheck.h"

#include <QBuffer>

using namespace actionscope;
using fuzz::require;

// A HAR file that is cut, spoilt or another file: entries stand inside it one behind another, and each is found again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    QBuffer file(&text);
    require(file.open(QIODevice::ReadOnly));
    const exchange::HarListing listing = exchange::listHar(file);
    qint64 end = 0;
    for (const exchange::HarEntry &entry : listing.entries) {
        require(entry.begin >= end && entry.length > 0 && entry.begin + entry.length <= text.size());
        end = entry.begin + entry.length;
        const QByteArray bytes = exchange::harEntryBytes(file, entry);
        require(bytes.startsWith('{') && bytes.endsWith('}'));
    }
    for (const exchange::ImportTrouble &trouble : listing.troubles)
        require(!trouble.sentence.isEmpty() && trouble.offset >= 0 && trouble.offset <= text.size());
    fuzz::checkForms(text, {exchange::ImportForm::Har});
    return 0;
}
