// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"
#include "app/json/document.h"

namespace actionscope::exchange {

// What the network did with an exchange, as bundles have it and HAR files in members of their own (`_fault`, `_moments`):
// {"kind", "sentence", "detail", "requestHadLeft"}, and microseconds by the names of the phases.
[[nodiscard]] QByteArray faultJson(const api::TransportFault &fault);
[[nodiscard]] QByteArray timingsJson(const api::Timings &timings);

// Nothing where the value is no object with a kind that is known.
[[nodiscard]] std::optional<api::TransportFault> readFault(const json::Value &value);
[[nodiscard]] api::Timings readTimings(const json::Value &value);

} // namespace actionscope::exchange
