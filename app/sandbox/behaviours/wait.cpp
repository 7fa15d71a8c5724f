// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/behaviours/wait.h"

#include "app/sandbox/actions/template.h"

namespace actionscope::sandbox {

Result<Behaviour> makeWait(const BehaviourText &text)
{
    const json::Value milliseconds = text.spec.member(u"milliseconds");
    const json::Value answer = text.spec.member(u"answer");
    return [milliseconds, answer](const Call &call) -> Result<Outcome> {
        const Scope scope = call.scope();
        const qint64 time = renderedInteger(milliseconds, scope).value_or(0);
        return Outcome {.data = rendered(answer, scope), .after = std::chrono::milliseconds(time)};
    };
}

} // namespace actionscope::sandbox
