// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/behaviours/respond.h"

#include "app/sandbox/actions/template.h"

namespace actionscope::sandbox {

Result<Behaviour> makeRespond(const BehaviourText &text)
{
    const json::Value answer = text.spec.member(u"answer");
    return [answer](const Call &call) -> Result<Outcome> {
        return Outcome {.data = rendered(answer, call.scope())};
    };
}

} // namespace actionscope::sandbox
