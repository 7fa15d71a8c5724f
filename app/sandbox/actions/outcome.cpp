// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/outcome.h"

#include "app/json/writer.h"

namespace actionscope::sandbox {

Outcome failedOutcome(const QString &sentence, qint64 statusCode)
{
    json::ObjectWriter data;
    data.addInteger("status_code", statusCode);
    data.addString("message", sentence);
    return {.successful = false, .data = data.finished(), .error = sentence};
}

} // namespace actionscope::sandbox
