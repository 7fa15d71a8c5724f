// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/behaviours/fail.h"

#include "app/sandbox/actions/template.h"

namespace actionscope::sandbox {

Result<Behaviour> makeFail(const BehaviourText &text)
{
    const json::Value message = text.spec.member(u"message");
    const json::Value status = text.spec.member(u"status_code");
    return [message, status](const Call &call) -> Result<Outcome> {
        const Scope scope = call.scope();
        return failedOutcome(renderedText(message, scope), renderedInteger(status, scope).value_or(500));
    };
}

} // namespace actionscope::sandbox
