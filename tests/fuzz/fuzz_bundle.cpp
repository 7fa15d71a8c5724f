// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/bundleredaction.h"
#include "app/exchange/harexporter.h"
#include "app/exchange/ticketexporter.h"
#include "app/json/document.h"
#include "tests/fuzz/importcheck.h"

using namespace actionscope;
using fuzz::require;

// What is understood of a bundle comes back as it was; what leaves is JSON and has no secret that was found.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const exchange::ReadBundle read = exchange::readBundle(text);
    for (const exchange::ImportTrouble &trouble : read.troubles)
        require(!trouble.sentence.isEmpty() && trouble.offset >= -1 && trouble.offset <= text.size());
    require(exchange::readBundle(exchange::writeBundle(read.bundle)).bundle == read.bundle);
    const exchange::RedactedBundle safe = exchange::redacted(read.bundle, {true, {QStringLiteral("x+")}});
    require(json::Document::parse(exchange::writeBundle(safe.bundle)).isValid());
    require(json::Document::parse(exchange::writeHar({safe.bundle})).isValid());
    require(!exchange::ticketMarkdown(safe.bundle).isEmpty());
    fuzz::checkForms(text, {exchange::ImportForm::Bundle});
    return 0;
}
