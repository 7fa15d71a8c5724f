// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/exchangereader.h"
#include "app/json/document.h"

namespace actionscope::exchange {

// What exec --print report wrote.
[[nodiscard]] bool isReport(const QByteArray &bytes, const json::Document &document);
[[nodiscard]] Result<ReadExchange> readReport(const QByteArray &bytes, const json::Document &document, const ReadWish &wish);

} // namespace actionscope::exchange
