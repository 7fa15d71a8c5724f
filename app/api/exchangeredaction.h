// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/executerequest.h"
#include "app/api/httpmessage.h"

namespace actionscope {
class Redactor;
}

namespace actionscope::api {

// Takes the redactor's secrets out of every field. authConfig is left to redactedAuthConfig(), which goes by its structure.
void redact(ExecuteRequest &request, const Redactor &redactor);

// Out of path, headers, bodies and the fault's words.
void redact(Exchange &exchange, const Redactor &redactor);

} // namespace actionscope::api
