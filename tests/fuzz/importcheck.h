// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/redaction.h"
#include "app/exchange/importer.h"
#include "tests/fuzz/target.h"

namespace actionscope::fuzz {

// Whatever the text and whatever it is taken for: what is said of it stands inside it, and no draft holds a secret that
// was named.
inline void checkImported(const QByteArray &text, const exchange::Imported &imported)
{
    for (const exchange::ImportTrouble &trouble : imported.troubles)
        require(!trouble.sentence.isEmpty() && trouble.offset >= -1 && trouble.offset <= text.size());
    for (const exchange::ImportedSecret &secret : imported.secrets) {
        require(!secret.name.isEmpty() && !secret.value.isEmpty());
        if (secret.value.size() < 8)
            continue; // may look like any word
        for (const exchange::ImportedDraft &draft : imported.drafts)
            require(!draft.request.input.contains(secret.value) || redactedPlaceholder(secret.name).contains(secret.value) || draft.request.input.contains("\u2039redacted:"));
    }
    for (const exchange::ImportedDraft &draft : imported.drafts) {
        for (const exchange::Guess &guess : draft.guesses)
            require(!guess.field.isEmpty() && !guess.sentence.isEmpty());
    }
}

inline void checkForms(const QByteArray &text, std::initializer_list<exchange::ImportForm> forms)
{
    for (const exchange::ImportForm form : forms)
        checkImported(text, exchange::importText(text, form));
}

} // namespace actionscope::fuzz
