// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/behaviours/steps.h"

#include "app/base/tr.h"

#include <vector>

namespace actionscope::sandbox {

Result<Step> makeSteps(const BehaviourText &text)
{
    return makeStepList(text.spec.member(u"steps"), text.data);
}

Result<Step> makeStepList(const json::Value &list, const json::Value &data)
{
    if (!list.isArray())
        return failure(ErrorCode::InvalidInput, Tr::tr("A behaviour of kind steps needs a list of steps."));
    std::vector<Step> steps;
    bool writes = false;
    for (json::Value one = list.firstChild(); one.isValid(); one = one.nextSibling()) {
        auto step = makeStep({one, data});
        if (!step) {
            return failure(ErrorCode::InvalidInput,
                Tr::tr("There is no step of kind \"%1\". The kinds are: %2.")
                    .arg(one.member(u"kind").toString(), stepKinds().join(QLatin1String(", "))));
        }
        if (!*step)
            return Failure(step->error());
        writes = writes || (*step)->writes;
        steps.push_back(std::move(**step));
    }
    const auto run = [steps](const Call &call, Scope &scope) -> Result<std::optional<Outcome>> {
        for (const Step &step : steps) {
            auto outcome = step.run(call, scope);
            if (!outcome || *outcome)
                return outcome;
        }
        return std::nullopt;
    };
    return Step {run, writes};
}

} // namespace actionscope::sandbox
