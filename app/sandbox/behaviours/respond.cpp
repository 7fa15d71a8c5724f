// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/behaviours/respond.h"

#include "app/sandbox/actions/template.h"

namespace actionscope::sandbox {

Result<Step> makeRespond(const BehaviourText &text)
{
    return Step {[answer = text.spec.member(u"answer")](const Call &, Scope &scope) -> Result<std::optional<Outcome>> {
        return Outcome {.data = rendered(answer, scope)};
    }};
}

} // namespace actionscope::sandbox
