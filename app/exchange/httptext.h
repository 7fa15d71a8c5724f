// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/exchangereader.h"
#include "app/json/document.h"

namespace actionscope::exchange {

// A request and its answer, or one of them, as they go over the wire or as curl -v prints them.
[[nodiscard]] bool isHttpText(const QByteArray &bytes, const json::Document &document);
[[nodiscard]] Result<ReadExchange> readHttpText(const QByteArray &bytes, const json::Document &document, const ReadWish &wish);

// Splits an address into the base URL and the path from /api on; all of it is the path where there is none.
void setAddress(const QByteArray &address, ReadExchange &read);

} // namespace actionscope::exchange
