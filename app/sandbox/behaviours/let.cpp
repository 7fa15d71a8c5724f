// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/behaviours/let.h"

#include "app/base/tr.h"
#include "app/sandbox/actions/template.h"

namespace actionscope::sandbox {

Result<Step> makeLet(const BehaviourText &text)
{
    const json::Value values = text.spec.member(u"values");
    if (!values.isObject())
        return failure(ErrorCode::InvalidInput, Tr::tr("A step of kind let needs values."));
    return Step {[values](const Call &, Scope &scope) -> Result<std::optional<Outcome>> {
        for (json::Value value = values.firstChild(); value.isValid(); value = value.nextSibling())
            scope.set(value.key(), rendered(value, scope));
        return std::nullopt;
    }};
}

} // namespace actionscope::sandbox
