// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/secretledger.h"
#include "app/exchange/bundle.h"

namespace actionscope::exchange {

// A field that leaves with the bundle, as it stands there after all is hidden.
struct KeptField
{
    QString name; // "input", "header Content-Type", "answer"
    qsizetype size = 0; // bytes
    QString beginning; // of its text, in one line

    bool operator==(const KeptField &) const = default;
};

// A bundle that may leave the house, what was hidden in it and where, and what stays, for a person to look at first.
struct RedactedBundle
{
    Bundle bundle;
    QList<LedgerEntry> hidden; // with their values: for the screen, never for a file
    QStringList troubles; // about patterns that cannot be used
    QList<KeptField> kept = {}; // all that is not empty, in the order of the form, the request and the answer
};

// Hides keys and credentials in headers, everything secret in authConfig, what SecretFinder knows, and what the wish adds,
// in every field. `secrets` are known values with their names, such as the API key and the environment's secrets.
[[nodiscard]] RedactedBundle redacted(const Bundle &bundle, const RedactionWish &wish, const QList<std::pair<QByteArray, QByteArray>> &secrets = {});

} // namespace actionscope::exchange
