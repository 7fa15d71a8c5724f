// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/redaction.h"
#include "app/exchange/bundle.h"
#include "app/exchange/importer.h"
#include "tests/fuzz/target.h"

using namespace actionscope;
using fuzz::require;

namespace {

// Whatever the text and whatever it is taken for: it ends, what is said of it stands inside it, and no draft holds a
// secret that was named.
void check(const QByteArray &text, const exchange::Imported &imported)
{
    for (const exchange::ImportTrouble &trouble : imported.troubles)
        require(!trouble.sentence.isEmpty() && trouble.offset >= -1 && trouble.offset <= text.size());
    for (const exchange::ImportedSecret &secret : imported.secrets) {
        require(!secret.name.isEmpty() && secret.value.size() >= 4);
        for (const exchange::ImportedDraft &draft : imported.drafts)
            require(!draft.request.input.contains(secret.value) || redactedPlaceholder(secret.name).contains(secret.value) || draft.request.input.contains("\u2039redacted:"));
    }
    for (const exchange::ImportedDraft &draft : imported.drafts) {
        for (const exchange::Guess &guess : draft.guesses)
            require(!guess.field.isEmpty() && !guess.sentence.isEmpty());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    check(text, exchange::importText(text));
    const QStringList names = exchange::formNames();
    for (const QString &name : names)
        check(text, exchange::importText(text, *exchange::formFromName(name)));
    const exchange::ReadBundle read = exchange::readBundle(text);
    require(exchange::readBundle(exchange::writeBundle(read.bundle)).bundle == read.bundle);
    return 0;
}
