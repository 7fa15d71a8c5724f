// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/imported.h"
#include "app/json/document.h"

namespace actionscope::exchange {

// A Postman collection v2.0 or v2.1, one of its requests, or an environment. Variables {{name}} are ours as well; scripts,
// helpers for authentication and forms are named among the troubles, each with its request.
[[nodiscard]] bool isPostman(const json::Document &document);
[[nodiscard]] Imported importPostman(const QByteArray &bytes);

[[nodiscard]] bool isPostmanEnvironment(const json::Document &document);
[[nodiscard]] Imported importPostmanEnvironment(const QByteArray &bytes);

} // namespace actionscope::exchange
