// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/redaction.h"
#include "app/json/document.h"

#include <QList>

namespace actionscope::runner {

// A text in a file that looks like a secret. The secret itself is not in it.
struct PlainSecret
{
    json::Value value; // the text it stands in
    QString what; // "a GitHub token", "a value under “password”"

    bool operator==(const PlainSecret &) const = default;
};

// By its form: tokens of well-known services, keys, JWTs. By the member's name: password, secret, token, api_key, …
// {{names}} are no secrets. By its value: one of `own`. In the order of the text.
[[nodiscard]] QList<PlainSecret> plainSecretsIn(const json::Value &value, const Redactor &own = {});

// The same, and what SecretFinder sees in the text, for everything that is going to be shown of an exchange.
void addPlainSecrets(const QByteArray &text, const json::Document &document, Redactor &redactor);

} // namespace actionscope::runner
