// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/imported.h"

namespace actionscope::exchange {

// A plain HTTP call in a program: fetch(…), axios.post(…), requests.post(…), httpx.post(…), session.request("POST", …).
[[nodiscard]] bool isHttpCall(const QByteArray &bytes);
[[nodiscard]] Imported importHttpCall(const QByteArray &bytes);

} // namespace actionscope::exchange
