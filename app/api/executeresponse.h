// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QString>

#include <optional>

namespace actionscope::api {

// Which field decided whether the action succeeded (contract §5).
enum class SuccessSource { Successful, Successfull, ErrorField };

// An execute answer of any version, read over its own bytes. The values point into `document`.
struct ExecuteResponse
{
    json::Document document;
    json::Value data; // invalid when absent
    std::optional<bool> successful;
    std::optional<bool> successfull; // the misspelt twin, boolean or "true"/"false"
    QString error; // empty when null or absent; any other JSON value as its own text
    QString logId; // logId or log_id
    json::Value sessionInfo; // sessionInfo or session_info

    bool success = false;
    SuccessSource decidedBy = SuccessSource::ErrorField;
};

// Nothing when the document is not a JSON object with at least one field of an execute answer.
[[nodiscard]] std::optional<ExecuteResponse> readExecuteResponse(const json::Document &document);

} // namespace actionscope::api
