// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"
#include "app/json/document.h"

#include <QStringList>

namespace actionscope::api {

// A refusal of the service, read leniently from any shape it comes in (contract §6, §12.6). The raw body is
// always shown as well; what a shape does not have stays empty.
struct ApiError
{
    int status = 0; // HTTP status
    QString code; // number or word, as written: 1812, 10400, …
    QString slug; // ActionExecute_ConnectedAccountNotFound, …
    QString type; // v2: BadRequestError, NotFoundError, …
    QString message;
    QString suggestedFix;
    QString requestId;
    QStringList details; // one line each: failed constraints, field paths, suggestions

    bool operator==(const ApiError &) const = default;
};

// For an answer with an error status. `document` is the parsed body, invalid when it is not JSON.
[[nodiscard]] ApiError readApiError(const HttpAnswer &answer, const json::Document &document);

} // namespace actionscope::api
