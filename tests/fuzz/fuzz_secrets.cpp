// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/secretledger.h"
#include "tests/fuzz/target.h"

using namespace actionscope;
using fuzz::require;

// What is found stands where it is said to stand, the same stretch never twice, and afterwards it is gone.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    qsizetype end = 0;
    const QList<FoundSecret> found = SecretFinder({true, {}}).find(text);
    for (const FoundSecret &secret : found) {
        require(!secret.kind.isEmpty() && secret.size > 0 && secret.begin >= end);
        end = secret.begin + secret.size;
        require(end <= text.size());
    }
    SecretLedger ledger({true, {}});
    ledger.addFrom(text, QStringLiteral("here"));
    require(ledger.entries().isEmpty() == found.isEmpty());
    const QByteArray hidden = ledger.redacted(text);
    require(hidden == text ? found.isEmpty() : holdsRedactedPlaceholder(hidden));
    return 0;
}
