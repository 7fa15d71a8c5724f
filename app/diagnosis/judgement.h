// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/apierror.h"
#include "app/api/executeresponse.h"
#include "app/api/verdict.h"

#include <optional>

namespace actionscope::diagnosis {

// What one exchange came to: the verdict, one sentence that says why, and the answer as it was read.
struct Judgement
{
    api::Verdict verdict = api::Verdict::NoUsableAnswer;
    QString sentence;
    json::Document document; // of the body; may be partial or empty
    std::optional<api::ExecuteResponse> response; // set when the body is an execute answer
    std::optional<api::ApiError> error; // set for ServiceRefused
};

// Pure; parses the body, so large ones belong on a worker thread.
[[nodiscard]] Judgement judge(const api::Exchange &exchange);

} // namespace actionscope::diagnosis
