// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/redaction.h"
#include "app/json/textedit.h"

#include <QByteArray>

#include <functional>

namespace actionscope::api {

// authConfig as it may be stored or shown: each parameter's value and the body become placeholders, names stay.
// Text that is not a JSON object becomes one placeholder, because nobody can tell what in it is secret.
[[nodiscard]] QByteArray redactedAuthConfig(const QByteArray &authConfig);

// What takes a secret with the name of its placeholder.
using SecretSink = std::function<void(const QByteArray &name, const QByteArray &value)>;

// Tells each parameter's value and each text inside the body as a secret.
void tellAuthConfigSecrets(const QByteArray &authConfig, const SecretSink &sink);
void addAuthConfigSecrets(const QByteArray &authConfig, Redactor &redactor);

// The same for the object that stands at `place` of a body, which is the authConfig of some version: in the body
// placeholders stand there afterwards. Where the body breaks off inside, so does what is left of it.
void hideAuthConfigAt(const json::Path &place, QByteArray &body, const SecretSink &sink);

} // namespace actionscope::api
