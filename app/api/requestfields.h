// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/executerequest.h"

#include <array>
#include <utility>

namespace actionscope::api {

// The fields of a request under the API's names, for whoever treats all of them alike.
inline constexpr std::array<std::pair<const char *, QString ExecuteRequest::*>, 8> textFields {{
    {"actionId", &ExecuteRequest::actionId},
    {"version", &ExecuteRequest::version},
    {"appName", &ExecuteRequest::appName},
    {"entityId", &ExecuteRequest::entityId},
    {"connectedAccountId", &ExecuteRequest::connectedAccountId},
    {"text", &ExecuteRequest::text},
    {"systemPrompt", &ExecuteRequest::systemPrompt},
    {"customDescription", &ExecuteRequest::customDescription},
}};

inline constexpr std::array<std::pair<const char *, QByteArray ExecuteRequest::*>, 3> jsonFields {{
    {"input", &ExecuteRequest::input},
    {"authConfig", &ExecuteRequest::authConfig},
    {"sessionInfo", &ExecuteRequest::sessionInfo},
}};

} // namespace actionscope::api
