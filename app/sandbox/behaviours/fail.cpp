// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/behaviours/fail.h"

namespace actionscope::sandbox {

Result<Step> makeFail(const BehaviourText &text)
{
    return Step {[spec = text.spec](const Call &, Scope &scope) -> Result<std::optional<Outcome>> {
        return refusalOutcome(spec, scope, 500);
    }};
}

} // namespace actionscope::sandbox
