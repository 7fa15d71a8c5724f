// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/behaviours/echo.h"

#include "app/json/writer.h"

namespace actionscope::sandbox {

Result<Behaviour> makeEcho(const BehaviourText &)
{
    return [](const Call &call) -> Result<Outcome> {
        json::ObjectWriter data;
        data.addRaw("input", call.input.raw());
        data.addRaw("request", call.requestBody);
        return Outcome {.data = data.finished()};
    };
}

} // namespace actionscope::sandbox
