// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/bundle.h"

namespace actionscope::exchange {

// What support asks for, in plain lines: request id, log id, action, account, time, verdict, and a cURL line whose key is
// a variable. Precondition for both: secrets have been taken out, see redacted().
[[nodiscard]] QByteArray supportText(const Bundle &bundle);

// A ticket in Markdown: the same as a table, what went wrong and what was sent and received. A body of more than a few
// thousand bytes is cut, and the text says so.
[[nodiscard]] QByteArray ticketMarkdown(const Bundle &bundle);

} // namespace actionscope::exchange
