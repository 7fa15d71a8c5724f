// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/exchange/imported.h"

namespace actionscope::exchange {

// A request file of Bruno: blocks such as `post {…}`, `headers {…}`, `body:json {…}`.
[[nodiscard]] bool isBruno(const QByteArray &bytes);
[[nodiscard]] Imported importBruno(const QByteArray &bytes);
// A collection of it: a folder with bruno.json, *.bru and environments/.
[[nodiscard]] Result<Imported> importBrunoFolder(const QString &path);

} // namespace actionscope::exchange
