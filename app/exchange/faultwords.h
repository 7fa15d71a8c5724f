// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"

#include <optional>

namespace actionscope::exchange {

// Why there was no answer, by the words of curl, browsers, Node.js and Python: "curl: (6) Could not resolve host", "ECONNREFUSED",
// "net::ERR_TIMED_OUT". Nothing where no such words are.
[[nodiscard]] std::optional<api::TransportFault> faultInWords(const QString &text);

} // namespace actionscope::exchange
