// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/imported.h"
#include "app/json/document.h"

namespace actionscope::exchange {

// A saved request, as it lies in a collection.
[[nodiscard]] bool isSavedRequest(const json::Document &document);
[[nodiscard]] Imported importSavedRequest(const QByteArray &bytes);

// The body of an execution, the call of a tool as a model writes it, or an object that can only be an action's input.
[[nodiscard]] bool isRequestBody(const json::Document &document);
// Whether its members have the names that only a request has.
[[nodiscard]] bool saysRequest(const json::Document &document);
[[nodiscard]] Imported importRequestBody(const QByteArray &bytes);

// One line of a log that is written as JSON.
[[nodiscard]] bool isLogRecord(const json::Document &document);

// The answer of the service alone, a raw HTTP exchange, the sandbox's log, a report: what readExchange() reads.
[[nodiscard]] bool isAnswer(const json::Document &document);
[[nodiscard]] Imported importExchange(const QByteArray &bytes, ImportForm form);

} // namespace actionscope::exchange
