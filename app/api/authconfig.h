// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/redaction.h"

#include <QByteArray>

namespace actionscope::api {

// authConfig as it may be stored or shown: each parameter's value and the body become placeholders, names stay.
// Text that is not a JSON object becomes one placeholder, because nobody can tell what in it is secret.
[[nodiscard]] QByteArray redactedAuthConfig(const QByteArray &authConfig);

// Adds each parameter's value and each text inside the body as a secret.
void addAuthConfigSecrets(const QByteArray &authConfig, Redactor &redactor);

} // namespace actionscope::api
