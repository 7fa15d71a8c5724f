// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"

#include <QUrl>

namespace actionscope::exchange {

// The request as one command for bash that sends the same bytes. The API key is never written: its header takes the
// value of the environment variable COMPOSIO_API_KEY. Connection headers are left to curl.
[[nodiscard]] QByteArray curlCommand(const api::HttpRequest &request, const QUrl &baseUrl);

} // namespace actionscope::exchange
