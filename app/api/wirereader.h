// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/apiversion.h"
#include "app/api/executerequest.h"
#include "app/api/httpmessage.h"

#include <QStringList>

#include <optional>

namespace actionscope::api {

// A request read back from the wire.
struct ReadExecution
{
    ExecuteRequest request;
    ApiVersion version = ApiVersion::V2;
    QStringList leftOut; // members of the body that an ExecuteRequest has no place for

    bool operator==(const ReadExecution &) const = default;
};

// What toWire() wrote, or an SDK: the way back from the wire of any version. JSON members keep their bytes. Nothing where
// it is not an execution; a body that is no JSON object leaves the fields empty.
[[nodiscard]] std::optional<ReadExecution> readExecution(const HttpRequest &request);

} // namespace actionscope::api
